import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope('G'):
    h = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.5))
v = tf.trainable_variables()
loss = tf.reduce_sum(h * h)
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=v)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [[1.0]]})
    print(sess.run(h, {x: [[1.0]]}))
