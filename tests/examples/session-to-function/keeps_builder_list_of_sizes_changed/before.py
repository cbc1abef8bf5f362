import numpy as np
import tensorflow as tf


def painter(z, count, reuse=False):
    with tf.variable_scope("painter", reuse=reuse):
        h = tf.reshape(z, [count, 3, 3, 4])
        shape = [count, 6, 6, 2]
        shape[-1] = 4
        w = tf.get_variable("w", [2, 2, shape[-1], int(h.get_shape()[-1])], initializer=tf.ones_initializer())
        return tf.nn.conv2d_transpose(h, w, shape, [1, 2, 2, 1])


z = tf.placeholder(tf.float32, [None, 36])
many = painter(z, 2)
one = painter(z, 1, reuse=True)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(many, {z: np.ones([2, 36])}).sum())
    print(sess.run(one, {z: np.ones([1, 36])}).sum())
