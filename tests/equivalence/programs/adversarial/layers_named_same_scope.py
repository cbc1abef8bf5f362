import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
k = tf.constant_initializer(0.5)
with tf.variable_scope('a'):
    h1 = tf.layers.dense(x, 2, kernel_initializer=k)
with tf.variable_scope('b'):
    h2 = tf.layers.dense(h1, 2, kernel_initializer=k)
with tf.variable_scope('a'):
    h3 = tf.layers.dense(h2, 2, kernel_initializer=tf.constant_initializer(0.25), name='second')
a_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope='a')
loss = tf.reduce_sum(h3)
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=a_vars)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(h3, {x: [[1.0, 2.0]]}))
    sess.run(t, {x: [[1.0, 2.0]]})
    print(sess.run([h1, h2, h3], {x: [[1.0, 2.0]]}))
