import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 5])
first = tf.nn.rnn_cell.GRUCell(4)
second = tf.nn.rnn_cell.GRUCell(4)
h = first.zero_state(2, tf.float32)
middle, _ = first(x[:, 0], h)
out, _ = second(middle, h)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: np.ones([2, 3, 5])}).shape)
