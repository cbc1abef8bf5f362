"""Variables with the initial values that all layers have."""

import tensorflow as tf

STDDEV = 0.3


def weight_variable(name, shape):
    """A weight variable."""
    initer = tf.truncated_normal_initializer(stddev=STDDEV)
    return tf.get_variable('W_' + name,
                           dtype=tf.float32,
                           shape=shape,
                           initializer=initer)


def bias_variable(name, shape):
    """A bias variable, zero at the start."""
    initial = tf.constant(0., shape=shape, dtype=tf.float32)
    return tf.get_variable('b_' + name, initializer=initial)
