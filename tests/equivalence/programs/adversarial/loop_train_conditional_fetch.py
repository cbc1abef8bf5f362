import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
loss = w * w
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        sess.run(t) if i % 2 == 0 else None
        if i % 2:
            print(i, sess.run(loss))
        else:
            l = sess.run(loss); print(i, l)
