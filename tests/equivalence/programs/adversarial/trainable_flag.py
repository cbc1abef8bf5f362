import numpy as np
import tensorflow as tf

flag = False
a = tf.Variable(1.0, trainable=flag)
b = tf.Variable(1.0, False)
c = tf.Variable(1.0)
loss = (a + b + c) ** 2
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
print(len(tf.trainable_variables()))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run([a, b, c]))
