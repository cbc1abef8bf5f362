import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 2, kernel_initializer=tf.constant_initializer(0.5))
o = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.5))
w = tf.Variable(2.0)
loss = tf.reduce_sum(o * o * w)
t = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h, {x: [[1.0]]}))
    print(sess.run(loss, {x: [[1.0]]}))
    for _ in range(2):
        sess.run(t, {x: [[1.0]]})
    print(sess.run(loss, {x: [[1.0], [2.0]]}), sess.run(w))
