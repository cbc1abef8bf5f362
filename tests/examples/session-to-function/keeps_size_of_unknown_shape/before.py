import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
h = tf.square(x)
w = tf.Variable(tf.ones([h.get_shape()[1], 2]))
y = tf.matmul(h, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: np.ones([2, 3])}))
