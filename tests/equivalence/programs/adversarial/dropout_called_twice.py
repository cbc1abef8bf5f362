import numpy as np
import tensorflow as tf

def drop(t):
    return tf.nn.dropout(t, 0.5)
x = tf.placeholder(tf.float32, [1000])
a = drop(x)
b = drop(x)
with tf.Session() as sess:
    p, q = sess.run([a, b], {x: np.ones(1000)})
    print(np.allclose(p, q), p.max(), 300 < (p > 0).sum() < 700)
