import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

with tf.Session() as sess:
    batch = rows[:3]
    # what is fed
    feed = {
        x: batch,  # three rows
        y: 1.0,
    }
    feed[scale] = 0.5
    for step in range(3):
        feed[x] += 1
        feed[scale] *= 0.5
        print(sess.run(total, feed_dict=feed), feed[scale], batch)
        print(sess.run(total, feed_dict={x: rows, y: 1.0}))
