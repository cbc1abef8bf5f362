import numpy as np
import tensorflow as tf

init = tf.random_normal([3])
a = tf.Variable(init)
b = tf.Variable(init)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(np.allclose(sess.run(a), sess.run(b)))
