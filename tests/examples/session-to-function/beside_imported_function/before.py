import numpy as np
import tensorflow as tf

from settings import refresh, scales

x = tf.placeholder(tf.float32, [None, 2])
y = tf.reduce_sum(x * scales)
refresh()

with tf.Session() as sess:
    print(sess.run(y, feed_dict={x: np.ones((3, 2))}))
