import numpy as np
import tensorflow as tf

kind = 'adam'
a = tf.Variable(1.0)
if kind == 'adam':
    opt = tf.train.AdamOptimizer(0.1)
else:
    opt = tf.train.GradientDescentOptimizer(0.1)
t = opt.minimize(a * a)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run(a))
