import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3, 5])


def recurrent_net(values, size):
    with tf.variable_scope("net"):
        cell = tf.nn.rnn_cell.BasicLSTMCell(size)
        state = cell.zero_state(2, tf.float32)
        with tf.variable_scope("rnn"):
            for t in range(3):
                if t > 0:
                    tf.get_variable_scope().reuse_variables()
                output, state = cell(values[:, t], state)
        w = tf.get_variable("w", [size, 1])
        return tf.matmul(output, w)


out = recurrent_net(x, 4)
loss = tf.reduce_mean(out)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: np.ones([2, 3, 5])})
    print(sess.run(out, {x: np.ones([2, 3, 5])}).shape)
