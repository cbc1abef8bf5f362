import numpy as np
import tensorflow as tf

from scaling import doubled

rows = [[1.0, 2.0, 3.0], [4.0, 5.0]]
row = max(rows, key=len)

x = tf.placeholder(tf.float32, [None, 3])
scaled = tf.reduce_sum(x * row)

print(doubled(row))

with tf.Session() as sess:
    print(sess.run(scaled, feed_dict={x: np.ones((2, 3))}))
