import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(1.0)
picked = [v for v in [a, b] if v != a]
loss = (a + b) ** 2
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=picked)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run([a, b]))
