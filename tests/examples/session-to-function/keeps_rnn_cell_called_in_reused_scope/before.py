import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 5])
cell = tf.nn.rnn_cell.GRUCell(4)
with tf.variable_scope("a", reuse=True):
    out, _ = cell(x[:, 0], cell.zero_state(2, tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: np.ones([2, 3, 5])}).shape)
