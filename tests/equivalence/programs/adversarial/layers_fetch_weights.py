import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 2, kernel_initializer=tf.constant_initializer(0.5))
ws = tf.trainable_variables()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[1.0, 2.0]]}))
    print(sess.run(ws))
    for v in tf.trainable_variables():
        print(sess.run(v).shape)
