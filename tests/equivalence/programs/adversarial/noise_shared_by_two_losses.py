import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [3])
noise = tf.random_uniform([3])
g = x * noise
d1 = tf.reduce_sum(g)
d2 = tf.reduce_sum(g * 2)
a = tf.Variable(1.0)
b = tf.Variable(1.0)
t1 = tf.train.GradientDescentOptimizer(1.0).minimize(d1 * a)
t2 = tf.train.GradientDescentOptimizer(1.0).minimize(d2 * b)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    _, _, p, q = sess.run([t1, t2, d1, d2], {x: [1.0, 1.0, 1.0]})
    print(abs(2 * p - q) < 1e-5)
    u, v = sess.run([a, b])
    print(abs((1 - v) - 2 * (1 - u)) < 1e-5)
