import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
init = tf.group(tf.global_variables_initializer(), tf.local_variables_initializer())
with tf.Session() as sess:
    sess.run(init)
    sess.run(tf.no_op())
    print(sess.run(w))
