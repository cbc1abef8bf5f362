import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
train = tf.train.AdamOptimizer(0.1).minimize(w * w)
print(len(tf.global_variables()))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run(w))
