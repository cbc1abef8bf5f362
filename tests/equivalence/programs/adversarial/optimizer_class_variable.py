import numpy as np
import tensorflow as tf

Optimizer = tf.train.AdamOptimizer
a = tf.Variable(1.0)
t = Optimizer(0.1).minimize(a * a)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run(a))
