import functools
import time

import tensorflow as tf


def timed(function):
    @functools.wraps(function)
    def wrapper(*args):
        start = time.time()
        result = function(*args)
        return result, time.time() - start >= 0.0
    return wrapper


x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x * x


y = y.get_concrete_function()


@timed
def squared(value):
    # the decorator stays
    return y(value).numpy()


print(squared(3.0))
