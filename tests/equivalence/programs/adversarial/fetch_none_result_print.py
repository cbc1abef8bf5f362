import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
t = tf.train.GradientDescentOptimizer(0.1).minimize(w * w)
with tf.Session() as sess:
    print(sess.run(tf.global_variables_initializer()))
    results = [sess.run(t) for _ in range(2)]
    print(results, sess.run(w))
