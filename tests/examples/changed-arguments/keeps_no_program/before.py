"""Without a session there is no program here, so nothing says which TensorFlow this is for."""
import tensorflow as tf


def rows(x):
    return tf.reduce_sum(x, reduction_indices=[1], keep_dims=True)
