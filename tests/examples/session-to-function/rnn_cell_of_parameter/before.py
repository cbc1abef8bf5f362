import numpy as np
import tensorflow as tf

units = 3


def network(inputs, weights, size, layers=2):
    # one cell for each layer
    cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(size * 2) for _ in range(layers)])
    outputs, states = tf.nn.dynamic_rnn(cell, inputs, dtype=tf.float32)
    return tf.matmul(outputs[:, -1, :], weights)


x = tf.placeholder(tf.float32, [None, 4, 2])
w = tf.Variable(tf.ones([2 * (units + 1), 1]))
result = network(x, w, units + 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(result, {x: np.ones([2, 4, 2])}))
