import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
w = tf.Variable(np.ones((2, 1), np.float32))
y = tf.matmul(x, w)
loss = tf.reduce_mean(y)
t = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [[1, 2], [3, 4]]})
    print(sess.run(w), sess.run(y, {x: [[1, 2]]}))
