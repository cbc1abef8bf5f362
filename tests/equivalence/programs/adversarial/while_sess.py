import numpy as np
import tensorflow as tf

v = tf.Variable(0.0)
inc = tf.assign_add(v, 1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    while sess.run(v) < 5:
        sess.run(inc)
    print(sess.run(v))
