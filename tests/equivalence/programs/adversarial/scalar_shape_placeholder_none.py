import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
y = tf.reduce_sum(x) + tf.cast(tf.rank(x), tf.float32)
z = x + tf.constant([1.0, 2.0])
with tf.Session() as sess:
    print(sess.run(y, {x: 1}), sess.run(y, {x: [1, 2]}), sess.run(y, {x: np.ones((2, 2))}))
    print(sess.run(z, {x: 1}), sess.run(z, {x: [[1], [2]]}))
