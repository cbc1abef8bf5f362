"""Training that is only there under a condition, or differs in more than the optimizer."""
import sys

import numpy as np
import tensorflow as tf

training = len(sys.argv) < 5
x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
v = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w + v) - 1.0))
if training:
    train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        if training:
            sess.run(train, {x: np.ones((2, 2))})
        print('%.4f' % sess.run(loss, {x: np.ones((2, 2))}))
