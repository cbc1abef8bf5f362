"""The branches train different variables."""
import sys

import numpy as np
import tensorflow as tf

few = len(sys.argv) < 5
x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
v = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w + v) - 1.0))
if few:
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w])
else:
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[v])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        print('%.4f' % sess.run([train, loss], {x: np.ones((2, 2))})[1])
    print(np.round(sess.run(v), 4).tolist())
