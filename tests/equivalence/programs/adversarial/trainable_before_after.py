import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
first = tf.trainable_variables()
b = tf.Variable(2.0)
everything = tf.trainable_variables()
print(len(first), len(everything))
loss = a * b
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=first)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run(everything))
