import numpy as np
import tensorflow as tf


def normalize(inputs, scope):
    with tf.variable_scope(scope):
        mean, variance = tf.nn.moments(inputs, [-1], keep_dims=True)
        shape = inputs.get_shape()
        # one number for each feature
        params_shape = shape[-1:]
        print(params_shape)
        beta = tf.get_variable("beta", params_shape, initializer=tf.zeros_initializer())
        gamma = tf.get_variable("gamma", inputs.get_shape()[-1:], initializer=tf.ones_initializer())
        return gamma * (inputs - mean) / tf.sqrt(variance + 1e-8) + beta


x = tf.placeholder(tf.float32, [None, 6, 4])
z = tf.placeholder(tf.float32, [None, 2, 3])
first = normalize(x, "first")
second = normalize(z, "second")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(first, {x: np.arange(48.0).reshape(2, 6, 4)}).shape)
    print(sess.run(second, {z: np.arange(12.0).reshape(2, 2, 3)}))
