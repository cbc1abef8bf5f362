import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [3, 2])
a = tf.layers.dense(x, 1, kernel_initializer=tf.ones_initializer(), name='s')
b = tf.layers.dense(y, 1, kernel_initializer=tf.zeros_initializer(), name='s', reuse=True)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(b, {y: np.ones((3, 2))}))
    print(sess.run(a, {x: np.ones((1, 2))}))
