"""A regression over layers that a function adds one by one, as many tutorials do."""

from __future__ import print_function

import numpy as np
import tensorflow as tf


def add_layer(inputs, in_size, out_size, activation_function=None):
    """One fully connected layer."""
    # uniform weights, small biases
    weights = tf.Variable(tf.random_uniform([in_size, out_size], -0.5, 0.5))
    biases = tf.Variable(tf.zeros([1, out_size]) + 0.1)
    Wx_plus_b = tf.matmul(inputs, weights) + biases  # linear part
    if activation_function is None:
        outputs = Wx_plus_b
    else:
        outputs = activation_function(Wx_plus_b)
    return outputs


rng = np.random.RandomState(3)
x_data = np.linspace(-1, 1, 60)[:, np.newaxis].astype(np.float32)
y_data = (np.square(x_data) - 0.5 + rng.normal(0, 0.05, x_data.shape)).astype(np.float32)

xs = tf.placeholder(tf.float32, [None, 1])
ys = tf.placeholder(tf.float32, [None, 1])

l1 = add_layer(xs, 1, 10, activation_function=tf.nn.relu)
l2 = add_layer(l1, 10, 6, tf.tanh)
prediction = add_layer(l2, 6, 1)

loss = tf.reduce_mean(tf.reduce_sum(tf.square(ys - prediction), reduction_indices=[1]))
train_step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for i in range(30):
    sess.run(train_step, feed_dict={xs: x_data, ys: y_data})
    if i % 10 == 0:
        print(i, sess.run(loss, feed_dict={xs: x_data, ys: y_data}))
