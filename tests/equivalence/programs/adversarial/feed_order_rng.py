import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
z = tf.placeholder(tf.float32, [])
out = 100 * x + 10 * y
np.random.seed(0)
with tf.Session() as sess:
    print(sess.run(out, {y: np.random.randint(9), x: np.random.randint(9)}))
    print(sess.run(out, {z: np.random.randint(9), x: np.random.randint(9), y: 1}))
    print(np.random.randint(1000))
