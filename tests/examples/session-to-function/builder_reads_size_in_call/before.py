import numpy as np
import tensorflow as tf


def widen(inputs, name):
    if inputs.get_shape()[1] == 4:
        inputs = tf.concat([inputs, inputs], 1)
    w = tf.get_variable(name, [8, 1])
    return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 4])
z = tf.placeholder(tf.float32, [None, 8])
one = widen(x, "one")
two = widen(z, "two")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(one, {x: np.ones([2, 4])}), sess.run(two, {z: np.ones([2, 8])}))
