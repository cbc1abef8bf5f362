import numpy as np
import tensorflow as tf

points = np.ones([4, 3], np.float32)

x = tf.placeholder(tf.float32, [None, 3])
w = tf.get_variable('w', [3, 2])
b = tf.get_variable('b', [2], initializer=tf.zeros_initializer())
scores = tf.matmul(x, w) + b
best = tf.argmax(scores, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    a = sess.run(scores, feed_dict={x: points})
    print(a)
    b = sess.run(scores, feed_dict={x: points[:2]})  # not the variable any more
    print(b, b.shape)
    c = sess.run(best, feed_dict={x: points})
    print(c - b.sum())
