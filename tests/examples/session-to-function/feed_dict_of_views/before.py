import numpy as np
import tensorflow as tf

images = np.ones([3, 2, 2])
x = tf.placeholder(tf.float32, [None, 4])
total = tf.reduce_sum(x)
largest = tf.reduce_max(x)

with tf.Session() as sess:
    feed = {x: images[:2].reshape((-1, 4)).astype(np.float32)}
    print(sess.run(total, feed_dict=feed))
    print(sess.run(largest, feed_dict=feed))
