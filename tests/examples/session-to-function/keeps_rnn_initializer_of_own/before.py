import numpy as np
import tensorflow as tf


def constant(shape, dtype=None, partition_info=None):
    return tf.fill(shape, 0.1)


x = tf.placeholder(tf.float32, [None, 4, 2])
cell = tf.nn.rnn_cell.LSTMCell(3, initializer=constant)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(outputs, {x: np.ones([2, 4, 2])}).sum())
