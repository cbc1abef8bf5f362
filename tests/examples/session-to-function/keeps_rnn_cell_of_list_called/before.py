import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 5])
cells = [tf.nn.rnn_cell.GRUCell(4) for _ in range(2)]
out = x[:, 0]
for i, cell in enumerate(cells):
    with tf.variable_scope("layer"):
        out, _ = cell(out, cell.zero_state(2, tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: np.ones([2, 3, 5])}).shape)
