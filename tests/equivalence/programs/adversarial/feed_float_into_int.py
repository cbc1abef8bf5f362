import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.int32, [None])
y = x * 2
with tf.Session() as sess:
    print(sess.run(y, {x: np.array([1.7, 2.2])}))
    print(sess.run(y, {x: np.array([1, 2], np.int64)}))
