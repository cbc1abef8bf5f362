import numpy as np
import tensorflow as tf

base = 1
w = tf.Variable(1.0)
t = tf.train.GradientDescentOptimizer(base / 10).minimize(w * w)
base = 100
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run(w))
