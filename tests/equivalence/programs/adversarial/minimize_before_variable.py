import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
x = tf.placeholder(tf.float32, [])
loss = a * x
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
b = tf.Variable(5.0)
both = a * b
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: 2.0})
    print(sess.run([a, b, both]))
