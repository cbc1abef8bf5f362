import numpy as np
import tensorflow as tf
from ops import weight

x = tf.placeholder(tf.float32, [None, 3])
w = weight('w', [3, 1])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
saver = tf.train.Saver()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        sess.run(train, {x: np.ones([4, 3])})
    saver.save(sess, '/tmp/model')
