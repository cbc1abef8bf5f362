import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
n = tf.Variable(0)
loss = a * a
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
both = tf.group(train, tf.assign_add(n, 1))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(both)
    print(sess.run([a, n]))
