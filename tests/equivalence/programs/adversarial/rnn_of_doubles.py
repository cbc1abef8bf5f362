"""Cells compute with the dtype of their inputs; sequences of different length, forwards and backwards."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float64, [None, None, 3])
n = tf.placeholder(tf.int64, [None])
keep = tf.placeholder(tf.float64)
start = tf.constant_initializer(0.3)
forward = tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.LSTMCell(2, initializer=start), output_keep_prob=keep)
backward = tf.nn.rnn_cell.LSTMCell(2, initializer=start, forget_bias=0.5)
(left, right), (_, state) = tf.nn.bidirectional_dynamic_rnn(
    forward, backward, x, sequence_length=n, dtype=tf.float64, scope="both"
)
loss = tf.reduce_sum(tf.square(left)) + tf.reduce_sum(right)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

data = np.linspace(-1, 1, 30).reshape([2, 5, 3])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        print(sess.run([train, loss], {x: data, n: [2, 4], keep: 1.0})[1])
    print(sess.run(left, {x: data, n: [1, 3], keep: 1.0}))
    print(sess.run(state.c, {x: data[:, :3], n: [3, 1], keep: 0.5}))
