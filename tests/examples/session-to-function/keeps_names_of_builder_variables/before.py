import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])


def output(inputs):
    with tf.variable_scope("output"):
        w = tf.get_variable("w", [2, 1])
        return tf.matmul(inputs, w)


with tf.variable_scope("net"):
    score = output(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print([v.name for v in tf.trainable_variables()], sess.run(score, {x: np.ones((2, 2))}).shape)
