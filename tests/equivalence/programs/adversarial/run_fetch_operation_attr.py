import numpy as np
import tensorflow as tf

w = tf.Variable(0.0)
up = tf.assign_add(w, 1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(up.op)
    print(sess.run(w))
    sess.run([up.op, tf.constant(1)])
    print(sess.run(w))
