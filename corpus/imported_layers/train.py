"""A regression whose layers come from another module, and their variables from a third one."""

import numpy as np
import tensorflow as tf

from layers import *  # the network
from initial import bias_variable

rng = np.random.RandomState(5)
rows = rng.uniform(-1, 1, (80, 3)).astype(np.float32)
truth = np.stack([rows[:, 0] * rows[:, 1], np.abs(rows[:, 2])], axis=1)

x = tf.placeholder(tf.float32, [None, 3], name='x')
y = tf.placeholder(tf.float32, [None, 2], name='y')

hidden = fc_layer(x, 3, 12, 'hidden')
scale = bias_variable('scale', [2])
output = fc_layer(hidden, 12, 2, 'output', use_leaky=False) * (1. + scale)

loss = distance(output, y)
train_op = tf.train.AdamOptimizer(0.02).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(100):
        sess.run(train_op, feed_dict={x: rows, y: truth})
        if step % 10 == 0:
            print(step, sess.run(loss, feed_dict={x: rows, y: truth}))
    print(sess.run(leaky(output), feed_dict={x: rows[:3]}))
