import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(1.0)
c = tf.Variable(1.0)
first = [a]
rest = [v for v in tf.trainable_variables() if v not in first]
loss = (a + b + c) ** 2
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=rest)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run([a, b, c]))
