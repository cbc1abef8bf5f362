import numpy as np
import tensorflow as tf

w = tf.Variable(np.array([0.1, 0.2]))
y = tf.reduce_sum(w * w)
t = tf.train.AdamOptimizer(0.1).minimize(y)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    sess.run(t)
    print(['%.12f' % v for v in sess.run(w)])
