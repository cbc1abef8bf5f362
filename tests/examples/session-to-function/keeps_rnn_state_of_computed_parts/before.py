import numpy as np
import tensorflow as tf

units = 3
x = tf.placeholder(tf.float32, [None, None, 2])
c_in = tf.placeholder(tf.float32, [None, units])
state = tf.nn.rnn_cell.LSTMStateTuple(c_in, tf.zeros_like(c_in))
cell = tf.nn.rnn_cell.LSTMCell(units)
outputs, _ = tf.nn.dynamic_rnn(cell, x, initial_state=state)

data = np.linspace(-1.0, 1.0, 8).reshape(1, 4, 2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    zeros = np.zeros((1, units))
    print(sess.run(outputs, {x: data, state: (zeros, zeros + 1.0)}).sum())
