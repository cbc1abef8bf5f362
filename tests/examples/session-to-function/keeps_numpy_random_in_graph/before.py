import numpy as np
import tensorflow as tf

np.random.seed(0)
x = tf.placeholder(tf.float32, [])
y = x * np.random.rand()
z = y + 1.0
after = np.random.rand()
with tf.Session() as sess:
    print(after, sess.run(z, {x: 1.0}), sess.run(y, {x: 1.0}))
