import numpy as np
import tensorflow as tf

w = tf.Variable(0.0)
up = tf.assign_add(w, 1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(w), sess.run(up) * 0, sess.run(w))
