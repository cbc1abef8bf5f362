import numpy as np
import tensorflow as tf

low = tf.constant([1.0, 2.0])
x = tf.placeholder_with_default(np.arange(6.0).reshape(3, 2), shape=[None, 2])
offset = tf.placeholder_with_default(low, [2])
factor = tf.placeholder_with_default(-1, [])
y = tf.reduce_sum(tf.cast(x, tf.float32) + offset, 1) * tf.cast(factor, tf.float32)

with tf.Session() as sess:
    print(sess.run(y))
    print(sess.run(y, {x: [[1.0, 1.0]]}))
    print(sess.run(y, {offset: [0.0, 0.0], factor: 2}))
