import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32)
total = tf.reduce_sum(x) * y * keep
half = total / 2
rows = np.arange(6.0)


def next_feed(start, size=2):
    batch = rows[start:start + size]
    feed = {
        x: batch,
        y: float(len(batch)),
    }
    feed[keep] = 1.0 if start else 0.5
    return feed


with tf.Session() as sess:
    for step in range(3):
        feed = next_feed(step)
        print(total.eval(feed_dict=feed))
        result = sess.run(half, feed)
        print(result, sess.run(total, next_feed(step, size=3)))
