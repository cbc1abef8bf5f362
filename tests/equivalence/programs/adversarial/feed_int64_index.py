import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.int64, [None])
y = tf.one_hot(x, 3)
with tf.Session() as sess:
    print(sess.run(y, {x: np.array([0, 2], np.int32)}))
    print(sess.run(y, {x: [1]}))
    print(sess.run(y, {x: range(2)}))
