import numpy as np
import tensorflow as tf

with tf.Graph().as_default():
    x = tf.placeholder(tf.float32, [])
    y = x * 2
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
with tf.Graph().as_default():
    x = tf.placeholder(tf.float32, [])
    y = x * 3
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
