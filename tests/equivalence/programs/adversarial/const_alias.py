import numpy as np
import tensorflow as tf

w = np.ones(1000, np.float32)
c = tf.constant(w)
v = tf.Variable(w)
x = tf.placeholder(tf.float32, [])
y = tf.reduce_sum(c) * x
w[:] = 5.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}))
    print(sess.run(tf.reduce_sum(v)))
