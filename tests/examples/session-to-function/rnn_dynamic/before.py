"""The last state of a recurrent network that knows how long each sequence is."""
import numpy as np
import tensorflow as tf

data = np.ones([2, 4, 2])
x = tf.placeholder(tf.float32, [None, 4, 2])
length = tf.placeholder(tf.int32, [None])

# forgets faster
cell = tf.nn.rnn_cell.BasicLSTMCell(3, forget_bias=0.5, state_is_tuple=True)
outputs, state = tf.nn.dynamic_rnn(
    cell,
    x,
    sequence_length=length,  # zero beyond
    dtype=tf.float32,
)
last = state.h * 2.0

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    feed = {x: data, length: [1, 3]}
    print(sess.run(last, feed).shape)
    kept = sess.run(state, feed)
    print(kept.c.shape, np.all(sess.run(outputs, feed)[0, 1:] == 0.0))
