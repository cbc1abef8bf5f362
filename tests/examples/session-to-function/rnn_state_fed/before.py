import numpy as np
import tensorflow as tf
from tensorflow.contrib import rnn

x = tf.placeholder(tf.float32, [None, 5, 1])
cell = rnn.MultiRNNCell([rnn.LSTMCell(4), rnn.GRUCell(3)])
start = cell.zero_state(2, tf.float32)
outputs, end = tf.nn.dynamic_rnn(cell, x, initial_state=start)
loss = tf.reduce_mean(tf.square(outputs))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    state = sess.run(start)
    for i in range(3):
        _, state = sess.run([train, end], feed_dict={x: np.full([2, 5, 1], i), start: state})
        print(state[0].h.shape, state[1].shape)
