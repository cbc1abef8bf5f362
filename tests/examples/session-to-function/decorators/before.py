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


x = tf.placeholder(tf.float32, [])
y = x * x
sess = tf.Session()


@timed
def squared(value):
    # the decorator stays
    return sess.run(y, {x: value})


print(squared(3.0))
