import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 5])
import sys
again = len(sys.argv) > 3
cell = tf.nn.rnn_cell.GRUCell(4)
out = x[:, 0]
h = cell.zero_state(2, tf.float32)
with tf.variable_scope("rnn") as scope:
    for i in range(2):
        if again:
            scope.reuse_variables()
        out, h = cell(x[:, i], h)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: np.ones([2, 3, 5])}).shape)
