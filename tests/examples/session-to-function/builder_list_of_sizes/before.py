import numpy as np
import tensorflow as tf


def painter(z, count, reuse=False):
    with tf.variable_scope("painter", reuse=reuse):
        depth = 2
        h = tf.reshape(z, [count, 3, 3, 4])
        # h: count x 3 x 3 x 4

        # twice as large
        shape = [count, 6, 6, depth * 2]
        w = tf.get_variable("w", [2, 2, shape[-1], int(h.get_shape()[-1])], initializer=tf.ones_initializer())
        h = tf.nn.conv2d_transpose(h, w, shape, [1, 2, 2, 1])
        # h: count x 6 x 6 x 4

        b = tf.get_variable("b", [int(h.get_shape()[-1])], initializer=tf.zeros_initializer())
    return h + b


z = tf.placeholder(tf.float32, [None, 36])
many = painter(z, 2)
one = painter(z, 1, reuse=True)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(many, {z: np.ones([2, 36])}).sum())
    print(sess.run(one, {z: np.ones([1, 36])}).sum())
