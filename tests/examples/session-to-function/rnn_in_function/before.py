import numpy as np
import tensorflow as tf

hidden = 3
x = tf.placeholder(tf.float32, [None, 4, 2])


def encode(values):
    # one tensor for each step
    values = tf.unstack(values, 4, 1)

    # the two directions
    forward = tf.contrib.rnn.BasicRNNCell(hidden)
    backward = tf.contrib.rnn.BasicRNNCell(hidden)  # starts at the end

    outputs, _, _ = tf.contrib.rnn.static_bidirectional_rnn(forward, backward, values, dtype=tf.float32)
    return outputs[-1]


code = encode(x)
loss = tf.reduce_sum(tf.square(code))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: np.ones([1, 4, 2])})
    print(sess.run(code, {x: np.ones([1, 4, 2])}).shape)
