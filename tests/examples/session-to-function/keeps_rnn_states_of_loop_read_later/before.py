import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 4])
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(5), tf.nn.rnn_cell.BasicLSTMCell(5)])
start = cell.zero_state(2, tf.float32)
outputs, end = tf.nn.dynamic_rnn(cell, x, initial_state=start)
loss = tf.reduce_mean(tf.square(outputs))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
top = tf.nn.rnn_cell.BasicLSTMCell(6)
first = top.zero_state(2, tf.float32)
code, last = top(x[:, 0], first)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    state, memory = sess.run([start, first])
    for _ in range(3):
        feed = {x: np.ones([2, 3, 4])}
        for i, (c, h) in enumerate(start):
            feed[c] = state[i].c
            feed[h] = state[i].h
        _, state = sess.run([train, end], feed)
        memory = sess.run(last, {x: np.ones([2, 3, 4]), first: memory})
    print(state[0].h, memory.c, i)
