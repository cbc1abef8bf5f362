"""Scopes that are entered again by the names that `as` gave them, from inside of others, with reuse and without."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope('one') as one:
    w = tf.get_variable('w', [2, 2], initializer=tf.constant_initializer(1.0))
    with tf.variable_scope('two') as two:
        v = tf.get_variable('w', [2, 2], initializer=tf.constant_initializer(2.0))
    one.reuse_variables()
    same = tf.get_variable('w')
with tf.variable_scope('other') as other:
    with tf.variable_scope(one):
        fourth = tf.get_variable('w', [2, 2])
    with tf.variable_scope(two):
        added = tf.get_variable('b', [2], initializer=tf.constant_initializer(5.0))
    with tf.variable_scope(two, reuse=True) as again:
        fifth = tf.get_variable('w')
        sixth = tf.get_variable('b')
    own = tf.get_variable('w', [2], initializer=tf.constant_initializer(7.0))
with tf.variable_scope(other):
    h = tf.layers.dense(x, 2, kernel_initializer=tf.ones_initializer(), name='h')
with tf.variable_scope(other, reuse=tf.AUTO_REUSE):
    g = tf.layers.dense(x + 1.0, 2, kernel_initializer=tf.zeros_initializer(), name='h')
with tf.variable_scope('one', reuse=True):
    outer = tf.get_variable('two/w')
total = tf.matmul(x, w + v + same + fourth + fifth + outer) + added + sixth
loss = tf.reduce_mean(tf.square(total + h + g - own))
train = tf.train.GradientDescentOptimizer(0.001).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    rows = np.array([[1., 2.], [-1., 0.5]])
    for _ in range(3):
        print('%.4f' % sess.run([loss, train], {x: rows})[0])
    print(np.round(sess.run([total, h, g], {x: rows}), 4).tolist())
    print(np.round(sess.run(w), 4).tolist(), np.round(sess.run(v), 4).tolist())
    print(np.round(sess.run([added, own]), 4).tolist())
