import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
v = tf.Variable(tf.ones([1]))
score = tf.matmul(x, w) + v

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(v.name, sess.run(score, {x: np.ones((2, 2))}).shape)
