import numpy as np
import tensorflow as tf
from common import SIZE

x = tf.placeholder(tf.float32, [None, SIZE])
y = x + 1.
with tf.Session() as sess:
    print(sess.run(y, feed_dict={x: np.ones([2, SIZE])}))
