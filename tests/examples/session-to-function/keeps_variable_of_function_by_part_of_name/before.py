import tensorflow as tf


def weight_variable(name, shape):
    return tf.get_variable("W_" + name, shape, initializer=tf.zeros_initializer())


x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("out"):
    w = weight_variable("w", [2, 1])
y = tf.matmul(x, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
