"""Module docstring with sess.run(y) inside."""
from __future__ import print_function, division
import tensorflow as tf
x = tf.placeholder(tf.int32, [])
y = x / 2
with tf.Session() as sess:
    print(sess.run(y, {x: 3}))
