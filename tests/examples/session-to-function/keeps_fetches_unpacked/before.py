import numpy as np
import tensorflow as tf

ws = [tf.Variable(tf.ones([3, 2]) * (k + 1)) for k in range(2)]
first = tf.Variable(tf.ones([3, 2]) * 0.5)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([*ws, first]))
