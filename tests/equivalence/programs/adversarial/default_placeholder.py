import numpy as np
import tensorflow as tf

k = tf.placeholder_with_default(1.0, [])
t = tf.placeholder_with_default(False, shape=())
x = tf.placeholder(tf.float32, [None])
y = tf.cond(t, lambda: x * k, lambda: x + k)
with tf.Session() as sess:
    print(sess.run(y, {x: [1, 2]}))
    print(sess.run(y, {x: [1, 2], k: 0.5}))
    print(sess.run(y, {x: [1, 2], k: 3, t: True}))
