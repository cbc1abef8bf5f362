import numpy as np
import tensorflow as tf

r = tf.random_uniform([2])
w = tf.Variable(r)
d = w - r
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(np.allclose(sess.run(d), 0.0))
