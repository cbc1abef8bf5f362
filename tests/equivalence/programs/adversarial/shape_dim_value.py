import numpy as np
import tensorflow as tf

w = tf.Variable(np.ones((3, 2), np.float32))
n = w.get_shape()[0].value
x = tf.placeholder(tf.float32, [None, 3])
m = x.get_shape()[1].value
y = tf.matmul(x, w) * n * m
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0, 3.0]]}))
