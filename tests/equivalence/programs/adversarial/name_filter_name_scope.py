import numpy as np
import tensorflow as tf

with tf.name_scope('first'):
    a = tf.Variable(1.0, name='a')
with tf.name_scope('second'):
    b = tf.Variable(2.0, name='b')
vs = [v for v in tf.trainable_variables() if v.name.startswith('first')]
loss = (a * b - 3.0) ** 2
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=vs)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run([a, b]))
