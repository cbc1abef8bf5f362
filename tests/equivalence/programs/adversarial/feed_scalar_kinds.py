import numpy as np
import tensorflow as tf

k = tf.placeholder(tf.float32)
x = tf.placeholder(tf.float32, ())
y = k * x
with tf.Session() as sess:
    print(sess.run(y, {k: 2, x: 3}))
    print(sess.run(y, {k: [1, 2], x: np.float64(3)}))
    print(sess.run(y, {k: np.ones((2, 2)), x: np.int64(3)}))
    print(sess.run(y, {k: True, x: 0.5}))
