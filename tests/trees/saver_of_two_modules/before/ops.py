"""Small functions."""
import os
import tensorflow as tf


def weight(name, shape):
    return tf.get_variable(name, shape, initializer=tf.ones_initializer())
