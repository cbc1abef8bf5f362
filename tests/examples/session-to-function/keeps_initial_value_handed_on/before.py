import tensorflow as tf


def scaled(value):
    value *= 2.0
    return value


w = tf.Variable(tf.ones([2]))
double = tf.Variable(scaled(w.initialized_value()), trainable=False)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(double))
