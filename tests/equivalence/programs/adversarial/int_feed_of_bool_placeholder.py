import numpy as np
import tensorflow as tf

b = tf.placeholder(tf.bool, [None])
n = tf.reduce_sum(tf.cast(b, tf.int32))
with tf.Session() as sess:
    print(sess.run(n, {b: np.array([1, 0, 2])}), sess.run(n, {b: [True, False]}), sess.run(n, {b: np.array([0.5, 0.0])}))
