import numpy as np
import tensorflow as tf

base = np.ones(2, np.float32)
x = tf.placeholder(tf.float32, [2])
y = x * base
np.multiply(base, 3.0, out=base)
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0]}))
