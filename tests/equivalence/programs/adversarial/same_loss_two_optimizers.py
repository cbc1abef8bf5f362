import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
loss = a * a
t1 = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
t2 = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(t1 if i == 1 else t2)
        print(sess.run(a))
