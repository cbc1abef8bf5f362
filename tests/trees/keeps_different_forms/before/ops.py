import tensorflow as tf


def dense(x, n_in, n_out, name):
    with tf.variable_scope(name):
        w = tf.get_variable('w', [n_in, n_out])
    return tf.matmul(x, w)


def squared(x):
    return tf.reduce_mean(tf.square(x))
