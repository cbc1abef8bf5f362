import numpy as np
import tensorflow as tf
from common import SIZE, leaky

x = tf.placeholder(tf.float32, [None, SIZE])
y = leaky(x)
with tf.Session() as sess:
    print(sess.run(y, feed_dict={x: np.ones([2, SIZE])}))
