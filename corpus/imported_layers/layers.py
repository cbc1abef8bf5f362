"""The layers of the network."""

import tensorflow as tf

from initial import weight_variable, bias_variable

SLOPE = 0.1  # of the rectifier, where it leaks


def leaky(x):
    """A rectifier that leaks."""
    return tf.maximum(x, SLOPE * x)


# Dense layers
def fc_layer(x, num_inputs, num_units, name, use_leaky=True):
    """
    A fully connected layer.
    :param x: what the previous layer returned
    :param num_units: how many numbers it returns for each row
    """
    W = weight_variable(name, shape=[num_inputs, num_units])
    b = bias_variable(name, [num_units])
    layer = tf.matmul(x, W)
    layer += b  # for each row
    if use_leaky:
        layer = leaky(layer)
    return layer


def distance(x, y):
    """The mean of the squared differences."""
    return tf.reduce_mean(tf.reduce_sum(tf.square(x - y), reduction_indices=[1]))
