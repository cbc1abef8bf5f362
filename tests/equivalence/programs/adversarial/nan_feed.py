import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.where(tf.is_nan(x), tf.zeros_like(x), x)
with tf.Session() as sess:
    print(sess.run(y, {x: [np.nan, 1.0]}))
