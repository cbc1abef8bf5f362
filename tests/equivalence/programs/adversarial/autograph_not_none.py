import numpy as np
import tensorflow as tf

def head(t, mask=None, scale=0):
    if mask is not None and scale:
        t = t * mask
    if not scale or scale is None:
        return t - 1
    return t * scale
x = tf.placeholder(tf.float32, [2])
m = tf.constant([1.0, 0.0])
y = head(x, m, 3)
z = head(x, m)
with tf.Session() as sess:
    print(sess.run([y, z], {x: [2.0, 3.0]}))
