import numpy as np
import tensorflow as tf

def net(t, training):
    return tf.cond(training, lambda: t * 2, lambda: t * 3)
x = tf.placeholder(tf.float32, [])
train = tf.placeholder(tf.bool)
y = net(x, train)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0, train: True}))
    print(sess.run(y, {x: 1.0, train: False}))
