import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float64, [None, 2])
h = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.1))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print('%.12f' % sess.run(h, {x: [[1.0, 1.0 / 3.0]]})[0, 0])
