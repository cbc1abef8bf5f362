import numpy as np
import tensorflow as tf

seen = []


def remember(t):
    seen.append(t)
    return t


x = tf.placeholder(tf.float32, [None])
kept, other = tf.py_func(remember, [x], tf.float32), tf.py_func(remember, [x + 1.0], tf.float32)

with tf.Session() as sess:
    print(sess.run(kept, {x: [1.0]}), np.size(seen))
    print(sess.run(other, {x: [1.0]}), np.size(seen))
