import tensorflow as tf


def leaky(x, slope=0.1):
    return tf.maximum(x, slope * x)


def total(x):
    # over all rows
    return tf.reduce_sum(x, keep_dims=True)
