import numpy as np
import tensorflow as tf

xavier = tf.contrib.layers.xavier_initializer


def layer(inputs, size, name):
    variable = tf.get_variable
    with tf.variable_scope(name):
        weights = variable("weights", [4, size], initializer=xavier(seed=1))
        bias = variable("bias", [size], initializer=tf.zeros_initializer())
        return tf.matmul(inputs, weights) + bias


def activate(values, xavier=tf.nn.relu):
    return xavier(values)


x = tf.placeholder(tf.float32, [None, 4])
hidden = activate(layer(x, 4, "hidden"))
scores = layer(hidden, 2, "scores")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(scores, {x: np.ones((2, 4))}))
