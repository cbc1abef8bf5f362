import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

with tf.Session() as sess:
    feed = {x: rows, y: 2.0, scale: 3.0}
    feed.update({y: feed[scale], scale: feed[y] + 1})
    print(sess.run(total, feed))
