import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
mean = tf.Variable(tf.zeros([2]))
square = tf.Variable(tf.ones([2]))
updates = []
updates.append(tf.assign(mean, 0.9 * mean + 0.1 * x))  # the mean
power = tf.square(x)
updates.append(tf.assign(square, 0.9 * square + 0.1 * power))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for row in np.arange(6.0).reshape(3, 2):
        sess.run(updates, {x: row})
    print(sess.run([mean, square]))
