import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
p = tf.placeholder(tf.bool, [])
h = tf.cond(p, lambda: tf.layers.dense(x, 1, kernel_initializer=tf.ones_initializer()), lambda: x)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[2.0]], p: True}))
