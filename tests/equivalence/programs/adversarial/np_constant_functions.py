import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 2])
y = x * np.eye(2) + np.sqrt(4.0) * np.array([[1, 2], [3, 4]])
z = tf.matmul(x, np.ones((2, 1), dtype=np.float32))
w = np.float32(3) * x
v = x * np.float64(2)
with tf.Session() as sess:
    print(sess.run([y, z, w, v], {x: np.ones((2, 2))}))
