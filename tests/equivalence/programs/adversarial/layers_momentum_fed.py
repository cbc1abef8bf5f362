import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
rate = tf.placeholder(tf.float32, [])
h = tf.layers.dense(x, 2, tf.nn.relu, kernel_initializer=tf.constant_initializer(0.5))
o = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.3))
loss = tf.reduce_mean(o * o)
t = tf.train.MomentumOptimizer(rate, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        _, l = sess.run([t, loss], {x: [[1.0, 2.0]], rate: 0.1 / (i + 1)})
        print(l)
