import numpy as np
import tensorflow as tf

class FLAGS(object):
    pass
FLAGS.rate = 0.5
FLAGS.scale = 2.0
w = tf.Variable(1.0)
loss = w * w * FLAGS.scale
t = tf.train.GradientDescentOptimizer(FLAGS.rate).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    FLAGS.done = True
    sess.run(t)
    print(sess.run(w))
