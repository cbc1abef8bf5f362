import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

def double(feed):
    feed[y] = 2 * feed[y]


with tf.Session() as sess:
    feed = {x: rows, y: 1.0}
    feed[y] = 3.0
    double(feed)
    print(sess.run(total, feed))
