import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope('n'):
    a = tf.layers.dense(x, 2, kernel_initializer=tf.constant_initializer(0.5))
    a2 = tf.layers.dense(a, 2, kernel_initializer=tf.constant_initializer(0.25))
with tf.variable_scope('n', reuse=True):
    b = tf.layers.dense(x, 2, kernel_initializer=tf.constant_initializer(0.7))
    b2 = tf.layers.dense(b, 2, kernel_initializer=tf.constant_initializer(0.9))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a2, b2], {x: [[1.0, 2.0]]}))
