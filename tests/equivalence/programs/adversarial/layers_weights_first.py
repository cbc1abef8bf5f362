import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 2, kernel_initializer=tf.constant_initializer(0.5))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    before = sess.run(tf.trainable_variables())
    print(before)
    print(sess.run(h, {x: [[1.0, 2.0]]}))
