import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.int32, [])
y = x + 1
u = tf.placeholder(tf.uint8, [None])
v = tf.cast(u, tf.int32)
with tf.Session() as sess:
    print(sess.run(y, {x: np.float64(2.9)}), sess.run(y, {x: 3.0}), sess.run(v, {u: [255, 0]}))
