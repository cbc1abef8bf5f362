import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope('n'):
    a = tf.layers.dense(x, 2, kernel_initializer=tf.constant_initializer(0.5), name='d')
with tf.variable_scope('n', reuse=True):
    b = tf.layers.dense(a, 2, kernel_initializer=tf.constant_initializer(0.7), name='d')
loss = tf.reduce_sum(b)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a, b], {x: [[1.0, 2.0]]}))
    sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(b, {x: [[1.0, 2.0]]}))
