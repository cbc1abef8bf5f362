import numpy as np
import tensorflow as tf

s = tf.placeholder(tf.string, [])
t = tf.string_join([s, tf.constant('!')])
u = tf.stack([s, t])
with tf.Session() as sess:
    a, b = sess.run([t, u], {s: 'hi'})
    print(a.decode(), b, type(a).__name__, b.dtype)
