import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4, 4, 1])
W = tf.Variable(tf.constant(0.1, shape=[3, 3, 1, 2]))
b = tf.Variable(tf.constant(0.1, shape=[2]))
c = tf.nn.conv2d(x, W, strides=[1, 1, 1, 1], padding='SAME')
h = tf.nn.relu(tf.nn.bias_add(c, b))
p = tf.nn.max_pool(h, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME')
n = tf.nn.lrn(p, 4, bias=1.0, alpha=0.001 / 9.0, beta=0.75)
o = tf.reduce_sum(n)
t = tf.train.AdamOptimizer(1e-2).minimize(o)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(o, {x: np.ones((1, 4, 4, 1))}))
    sess.run(t, {x: np.ones((1, 4, 4, 1))})
    print(sess.run(o, {x: np.ones((1, 4, 4, 1))}))
