import numpy as np
import tensorflow as tf


def ranks(scores):
    return np.argsort(np.argsort(-scores)).astype(np.int64)


x = tf.placeholder(tf.float32, [None])
order = tf.py_func(ranks, [x], tf.int64)
order.set_shape([None])
low, high = tf.py_func(lambda t: (t.min(), t.max()), [x], [tf.float32, tf.float32])
spread = high - low

with tf.Session() as sess:
    print(sess.run(order, {x: [0.5, 2.0, 1.0]}))
    print(sess.run([spread, order], {x: [0.5, 2.0, 1.0]}))
