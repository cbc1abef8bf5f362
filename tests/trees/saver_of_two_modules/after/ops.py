"""Small functions."""
import os
import tensorflow as tf


def weight(name, shape):
    return tf.Variable(tf.ones(shape), name=name)
