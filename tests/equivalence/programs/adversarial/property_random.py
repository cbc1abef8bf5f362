import numpy as np
import tensorflow as tf

class Noise(object):
    @property
    def value(self):
        return np.random.rand()
noise = Noise()
np.random.seed(2)
x = tf.placeholder(tf.float32, [])
a = x * noise.value
b = x * noise.value
with tf.Session() as sess:
    print(sess.run(b, {x: 1.0}))
    print(sess.run(a, {x: 1.0}))
