from os.path import *
import numpy as np
import tensorflow as tf
w = tf.Variable(1.0)
basename_of = basename('a/b')
t = tf.train.GradientDescentOptimizer(0.1).minimize(w * w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run(w), basename_of)
