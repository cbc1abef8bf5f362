"""A penalty over everything that is trained, listed before the layers have been called."""
import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
t = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 3, tf.nn.relu, kernel_initializer=tf.constant_initializer(0.3))
f = tf.layers.dense(x, 3, kernel_initializer=tf.constant_initializer(0.1), trainable=False)
p = tf.layers.dense(h + f, 1, kernel_initializer=tf.constant_initializer(-0.7))
penalty = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables()])
size = tf.add_n([tf.reduce_sum(tf.abs(v)) for v in tf.global_variables()])
loss = tf.reduce_mean(tf.square(p - t)) + 0.1 * penalty
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print('%.5f %.5f' % tuple(sess.run([penalty, size])))
    for i in range(3):
        print('%.5f' % sess.run([loss, train], {x: [[1, 2], [3, -1]], t: [[1], [2]]})[0])
    print('%.5f %.5f' % tuple(sess.run([penalty, size])))
