import numpy as np
import tensorflow as tf

lr = tf.Variable(0.5, trainable=False)
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(lr).minimize(w * w)
half = lr.assign(lr * 0.5)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train)
        sess.run(half)
        print(sess.run(w), sess.run(lr))
