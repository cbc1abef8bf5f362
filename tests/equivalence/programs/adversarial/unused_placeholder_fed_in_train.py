import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32)
w = tf.Variable(2.0)
h = w * x * keep
loss = h * h
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
report = w * x
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: 1.0, keep: 0.5})
    print(sess.run(report, {x: 1.0, keep: 1.0}))
    print(sess.run([report, loss], {keep: 1.0, x: 2}))
