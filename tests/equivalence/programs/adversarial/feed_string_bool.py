import numpy as np
import tensorflow as tf

s = tf.placeholder(tf.string, [None])
b = tf.placeholder(tf.bool, [])
j = tf.string_join([s, tf.constant(['a', 'b'])], '-')
n = tf.cond(b, lambda: tf.constant(1), lambda: tf.constant(2))
with tf.Session() as sess:
    print(sess.run(j, {s: ['x', 'y']}))
    print(sess.run(n, {b: 1 > 2}))
    print(sess.run(n, {b: np.bool_(True)}))
    print(sess.run(n, {b: 0}))
