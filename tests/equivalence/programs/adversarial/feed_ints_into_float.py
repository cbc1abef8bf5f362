import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = x * 2
with tf.Session() as sess:
    print(sess.run(y, {x: [1, 2]}))
    print(sess.run(y, {x: np.array([1, 2])}))
    print(sess.run(y, {x: np.array([1.5, 2], np.float64)}))
    print(sess.run(y, {x: (True, False)}))
    print(sess.run(y, {x: np.array([True, False])}))
