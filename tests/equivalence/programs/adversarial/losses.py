import numpy as np
import tensorflow as tf

y = tf.placeholder(tf.float32, [None, 2])
p = tf.placeholder(tf.float32, [None, 2])
a = tf.losses.mean_squared_error(y, p)
b = tf.losses.mean_squared_error(y, p, weights=2.0)
c = tf.losses.absolute_difference(labels=y, predictions=p)
e = tf.losses.softmax_cross_entropy(y, p)
f = tf.losses.sigmoid_cross_entropy(y, p)
h = tf.losses.huber_loss(y, p)
l = tf.losses.log_loss(y, tf.nn.softmax(p))
with tf.Session() as sess:
    fd = {y: [[1, 0], [0, 1]], p: [[2.0, 0.1], [0.3, 3.0]]}
    print(sess.run([a, b, c, e, f, h, l], feed_dict=fd))
