import numpy as np
import tensorflow as tf

w = tf.Variable(2.0)
x = tf.placeholder(tf.float32, [])
loss = tf.stop_gradient(w) * w * x
g, = tf.gradients(loss, [w])
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(g, {x: 1.0}))
    sess.run(t, {x: 1.0})
    print(sess.run(w))
