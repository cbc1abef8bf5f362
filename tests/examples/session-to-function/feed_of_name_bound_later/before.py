import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

with tf.Session() as sess:
    price = 1.0
    feed = {x: rows, y: price}
    for step in range(3):
        price = price + 1
        feed[scale] = 0.5 * step
        print(sess.run(total, feed_dict=feed), price)
