import numpy as np
import tensorflow as tf

w = np.ones(3, np.float32)
x = tf.placeholder(tf.float32, [3])
y = x * w
w[0] = 5.0
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0, 3.0]}))
