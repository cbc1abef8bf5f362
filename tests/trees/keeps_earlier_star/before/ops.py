import tensorflow as tf

STDDEV = 0.1


def dense(x, n_in, n_out, name):
    """A dense layer."""
    # weights first
    w = tf.get_variable(name + '_w', [n_in, n_out], initializer=tf.random_normal_initializer(stddev=STDDEV))
    b = tf.get_variable(name + '_b', initializer=tf.zeros([n_out]))
    return tf.matmul(x, w) + b


def absolute(x):
    return tf.abs(x)


def squared(x):
    return tf.reduce_mean(tf.square(x))
