import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32)
total = tf.reduce_sum(x) * y * keep
half = total / 2
rows = np.arange(6.0)


def feed_dict(start):
    return {x: rows[start:], y: 1.0, keep: 2.0}


with tf.Session() as sess:
    if len(rows) > 9 or sess.run(total, feed_dict=feed_dict(1)) > 3:
        print('large')
