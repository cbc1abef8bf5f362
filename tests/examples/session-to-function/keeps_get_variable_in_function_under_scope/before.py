import tensorflow as tf


def weight_variable(shape):
    return tf.get_variable("w", shape)


x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("first"):
    w = weight_variable([2, 3])
with tf.variable_scope("second"):
    v = weight_variable([3, 1])
y = tf.matmul(tf.matmul(x, w), v)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
