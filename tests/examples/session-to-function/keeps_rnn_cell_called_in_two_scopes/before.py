import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 5])

def step(cell, value, state):
    return cell(value, state)
a = tf.nn.rnn_cell.GRUCell(4)
b = tf.nn.rnn_cell.GRUCell(4)
h = a.zero_state(2, tf.float32)
with tf.variable_scope("a"):
    out, h = step(a, x[:, 0], h)
with tf.variable_scope("b"):
    out, h = step(b, out, h)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: np.ones([2, 3, 5])}).shape)
