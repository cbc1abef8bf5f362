import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)
sess = tf.Session()


def evaluate(array):
    feed = {x: array, y: 1.0}
    feed.update({scale: 2.0})
    return sess.run(total, feed_dict=feed)


def halve(rate):
    feed = {x: rows}
    while True:
        feed[y] = rate
        print(rate, sess.run(total, feed))
        rate /= 2
        if rate < 0.1:
            break
    return sess.run(total, feed)


print(evaluate(rows))
print(halve(1.0))
print(evaluate(rows[1:]))
