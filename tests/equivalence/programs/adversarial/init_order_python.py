import numpy as np
import tensorflow as tf

start = 1.0
w = tf.Variable(start)
start = 5.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w))
