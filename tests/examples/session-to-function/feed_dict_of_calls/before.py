import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
total = tf.reduce_sum(x)
largest = tf.reduce_max(x)

with tf.Session() as sess:
    feed = {x: np.random.rand(2, 4).reshape((-1, 4))}
    print(sess.run(total, feed_dict=feed))
    print(sess.run(largest, feed_dict=feed))
