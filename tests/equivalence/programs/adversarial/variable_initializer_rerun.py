import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
inc = w.assign_add(1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(inc)
    sess.run(w.initializer)
    print(sess.run(w))
