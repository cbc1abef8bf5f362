import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(8, 4).astype(np.float32)

init = tf.random_normal_initializer(stddev=0.5, seed=3)
x = tf.placeholder(tf.float32, [None, 4])
a = tf.get_variable("a", [4, 4], initializer=init)
b = tf.get_variable("b", [4, 4], initializer=init)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    A, B = sess.run([a, b])
    print((A == B).all())
