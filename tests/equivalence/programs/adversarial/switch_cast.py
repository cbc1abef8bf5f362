import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
train = tf.placeholder(tf.bool)
k = tf.cast(train, tf.float32)
y = tf.where(train, x, -x) + k
z = tf.logical_not(train)
with tf.Session() as sess:
    print(sess.run([y, z], {x: 1.0, train: True}))
    print(sess.run([y, z], {x: 1.0, train: False}))
    print(sess.run(train, {train: False}))
