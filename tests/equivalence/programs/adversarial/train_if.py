import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
loss = a * a
t1 = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
t2 = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        if i % 2:
            _, l = sess.run([t1, loss])
        else:
            _, l = sess.run([t2, loss])
        print(l, sess.run(a))
