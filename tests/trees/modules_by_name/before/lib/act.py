import tensorflow as tf


def leaky(x):
    return tf.maximum(x, 0.1 * x)
