import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float64, [None])
w = tf.Variable(np.array([0.1, 0.2]))
y = tf.reduce_sum(x * w)
t = tf.train.GradientDescentOptimizer(0.1).minimize(y)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [1.0, 1.0 / 3.0]})
    print(['%.12f' % v for v in sess.run(w)])
