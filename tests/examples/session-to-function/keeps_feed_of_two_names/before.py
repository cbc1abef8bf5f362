import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

with tf.Session() as sess:
    feed = {x: rows, y: 1.0}
    other = feed
    other[y] = 2.0
    feed[scale] = 3.0
    print(sess.run(total, feed))
