import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 1, kernel_initializer=tf.ones_initializer(), name='d')
with tf.variable_scope('d', reuse=True):
    k = tf.get_variable('kernel')
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(k), sess.run(h, {x: [[2.0]]}))
