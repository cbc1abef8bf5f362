import numpy as np
import tensorflow as tf

w = tf.Variable(2.0)
x = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x * w, 1, kernel_initializer=tf.constant_initializer(3.0), name='d')
loss = tf.reduce_sum(h)
opt = tf.train.GradientDescentOptimizer(0.1)
gvs = opt.compute_gradients(loss)
g0 = gvs[0][0]
train = opt.apply_gradients(gvs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(g0, {x: [[5.0]]}))
    sess.run(train, {x: [[5.0]]})
    print(sess.run(w))
