import numpy as np
import tensorflow as tf

np.random.seed(1)
x = tf.placeholder(tf.float32, [2])
y = x * np.random.rand(2).astype(np.float32)
data = np.random.rand(2)
z = y + 1.0
with tf.Session() as sess:
    print(sess.run(y, {x: data}))
    print(sess.run(z, {x: data}))
    print(sess.run(y, {x: [1.0, 1.0]}))
