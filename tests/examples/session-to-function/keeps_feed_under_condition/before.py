import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
scale = tf.placeholder_with_default(1.0, [])
total = tf.reduce_sum(x) * y * scale
rows = np.arange(6.0)

with tf.Session() as sess:
    for step in range(3):
        feed = {x: rows}
        if step >= 0:
            feed[y] = 1.0
        print(sess.run(total, feed))
