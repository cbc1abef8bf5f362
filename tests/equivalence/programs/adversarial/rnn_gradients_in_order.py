"""The gradients of a recurrent network come in the order in which its variables were made."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4, 3])
y = tf.placeholder(tf.float32, [None, 2])
first = tf.nn.rnn_cell.GRUCell(3, kernel_initializer=tf.constant_initializer(0.1))
second = tf.nn.rnn_cell.LSTMCell(2, initializer=tf.constant_initializer(0.2), name="top-1")
cell = tf.nn.rnn_cell.MultiRNNCell([first, second])
outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
loss = tf.reduce_mean(tf.square(outputs[:, -1] - y))
variables = tf.trainable_variables()
gradients = tf.gradients(loss, variables)

data, truth = np.linspace(-1, 1, 24).reshape([2, 4, 3]), [[0.5, 0.0], [0.0, 0.5]]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: data, y: truth}))
    for each in sess.run(gradients, {x: data, y: truth}):
        print(each.shape, each.sum())
