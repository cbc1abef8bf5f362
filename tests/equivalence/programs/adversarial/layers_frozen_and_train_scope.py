import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope('base'):
    h = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.5))
with tf.variable_scope('head'):
    o = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.5))
head = tf.trainable_variables('head')
loss = tf.reduce_sum(o * o)
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=head)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        sess.run(t, {x: [[1.0]]})
        print(sess.run([h, o], {x: [[1.0]]}))
