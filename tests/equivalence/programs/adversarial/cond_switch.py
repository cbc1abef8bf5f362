import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
train = tf.placeholder(tf.bool, [])
y = tf.cond(train, lambda: x * 2, lambda: x * 3)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0, train: True}))
    print(sess.run(y, {x: 1.0, train: False}))
