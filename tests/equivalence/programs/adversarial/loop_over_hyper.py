import numpy as np
import tensorflow as tf

for rate in [0.1, 0.2]:
    tf.reset_default_graph()
    w = tf.Variable(1.0)
    train = tf.train.GradientDescentOptimizer(rate).minimize(w * w)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(train)
        print(sess.run(w))
