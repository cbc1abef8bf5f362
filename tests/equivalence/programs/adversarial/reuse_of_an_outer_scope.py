"""Reuse is asked of the scope around, while an inner one is open: the inner one still makes what is new."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope('a') as a:
    w = tf.get_variable('w', [2, 1], initializer=tf.constant_initializer(1.0))
    with tf.variable_scope('b'):
        a.reuse_variables()
        v = tf.get_variable('v', [2, 1], initializer=tf.constant_initializer(2.0))
    same = tf.get_variable('w', [2, 1])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w + v + same) - 1.0))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        print('%.4f' % sess.run([loss, train], {x: np.ones((1, 2))})[0])
    print(np.round(sess.run(v), 4).tolist())
