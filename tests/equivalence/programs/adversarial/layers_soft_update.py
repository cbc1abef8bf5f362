import numpy as np
import tensorflow as tf

s = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope('a'):
    q = tf.layers.dense(s, 1, kernel_initializer=tf.constant_initializer(0.5))
with tf.variable_scope('b'):
    p = tf.layers.dense(s, 1, kernel_initializer=tf.constant_initializer(0.1), trainable=False)
av = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='a')
bv = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope='b')
soft = [b.assign(0.9 * b + 0.1 * a) for a, b in zip(av, bv)]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([q, p], {s: [[1.0]]}))
    for _ in range(2):
        sess.run(soft)
    print(sess.run([q, p], {s: [[1.0]]}))
