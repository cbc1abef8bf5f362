import numpy as np
import tensorflow as tf


def linear(inputs, size, name):
    width = inputs.get_shape()[1]
    w = tf.get_variable(name, [width, size])
    return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 4])
mask = tf.placeholder(tf.bool, [4])
one = linear(x, 3, "one")
two = linear(tf.boolean_mask(x, mask, axis=1), 3, "two")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(one, {x: np.ones([2, 4])}))
    print(sess.run(two, {x: np.ones([2, 4]), mask: [True, False, True, True]}))
