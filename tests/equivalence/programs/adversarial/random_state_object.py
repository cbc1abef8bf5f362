import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
x = tf.placeholder(tf.float32, [])
a = x * rng.rand()
b = x + rng.rand()
with tf.Session() as sess:
    print(sess.run(b, {x: 1.0}))
    print(sess.run(a, {x: rng.rand()}))
