import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(1).minimize(0.1 * w * w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(w))
