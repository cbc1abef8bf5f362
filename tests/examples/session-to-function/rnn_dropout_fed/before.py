import numpy as np
import tensorflow as tf

layers = 2
x = tf.placeholder(tf.float32, [None, 4, 3])
keep_prob = tf.placeholder(tf.float32)  # of every output


def make_cell():
    return tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.GRUCell(3), output_keep_prob=keep_prob)


cell = tf.nn.rnn_cell.MultiRNNCell([make_cell() for _ in range(layers)])
with tf.variable_scope("decoder"):
    outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32, swap_memory=True)
loss = tf.reduce_mean(tf.square(outputs))
variables = tf.trainable_variables()
gradients, _ = tf.clip_by_global_norm(tf.gradients(loss, variables), 5.0)
train = tf.train.AdamOptimizer(0.01).apply_gradients(zip(gradients, variables))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: np.ones([2, 4, 3]), keep_prob: 0.5})
    print(sess.run(loss, {x: np.ones([2, 4, 3]), keep_prob: 1.0}).shape)
