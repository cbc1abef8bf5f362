import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
a = np.array([1.0, 2.0], np.float32)
y = a * x
z = a - x
with tf.Session() as sess:
    print(sess.run([y, z], {x: [1.0, 1.0]}))
