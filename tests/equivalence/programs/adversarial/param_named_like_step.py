import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y_spec = 4
x_spec = 5
train_step = 'name'
y = x * y_spec * x_spec
w = tf.Variable(1.0)
t = tf.train.GradientDescentOptimizer(0.5).minimize(y * w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}), train_step)
    sess.run(t, {x: 0.01})
    print(sess.run(w))
