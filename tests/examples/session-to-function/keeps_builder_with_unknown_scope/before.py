import sys

import tensorflow as tf


def net(inputs, scope):
    with tf.variable_scope(scope):
        w = tf.get_variable("w", [2, 2])
        return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 2])
y = net(x, sys.argv[0])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
