import numpy as np
import tensorflow as tf

rate = np.float32(0.25)
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(rate).minimize(w * w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(w))
