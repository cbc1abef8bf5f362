import numpy as np
import tensorflow as tf

units = 3
x = tf.placeholder(tf.float32, [None, None, 2])
c_in = tf.placeholder(tf.float32, [None, units])
h_in = tf.placeholder(tf.float32, [None, units])
state = tf.nn.rnn_cell.LSTMStateTuple(c_in, h_in)
cell = tf.nn.rnn_cell.LSTMCell(units)
outputs, last = tf.nn.dynamic_rnn(cell, x, initial_state=state)

data = np.linspace(-1.0, 1.0, 8).reshape(1, 4, 2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    c, h = np.zeros((1, units)), np.zeros((1, units))
    for _ in range(2):
        found, (c, h) = sess.run([outputs, last], {x: data, state: (c, h)})
        print(found.sum())
    kept = (c, h)
    print(sess.run(outputs, {x: data, state: kept}).sum())
