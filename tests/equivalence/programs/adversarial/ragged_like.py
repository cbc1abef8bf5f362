import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 2])
y = x * 2
with tf.Session() as sess:
    print(sess.run(y, {x: [[1, 2], (3, 4)]}))
    print(sess.run(y, {x: [np.array([1, 2]), np.array([3, 4])]}))
    print(sess.run(y, {x: np.matrix('1 2; 3 4')}))
