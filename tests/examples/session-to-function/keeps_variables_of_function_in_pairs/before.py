import tensorflow as tf


def pair(name, shape):
    w = tf.get_variable(name, shape, initializer=tf.zeros_initializer())
    b = tf.get_variable(name + "_b", [1], initializer=tf.zeros_initializer())
    return w, b


x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("out"):
    w, b = pair("w", [2, 1])
y = tf.matmul(x, w) + b

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
