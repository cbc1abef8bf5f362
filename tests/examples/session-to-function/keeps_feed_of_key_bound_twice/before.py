import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

first = x
with tf.Session() as sess:
    feed = {x: rows, first: rows + 1, y: 1.0}
    feed[x] = rows + 2
    print(sess.run(total, feed))
