import numpy as np
import tensorflow as tf

def noisy(t):
    return t + tf.random_normal(tf.shape(t))
x = tf.placeholder(tf.float32, [500])
z = noisy(x)
a = z * 2
b = z * 3
with tf.Session() as sess:
    p, q = sess.run([a, b], {x: np.zeros(500)})
    print(np.allclose(p * 3, q * 2, atol=1e-5), p.std() > 1)
