import numpy as np
import tensorflow as tf

with tf.variable_scope('gen'):
    a = tf.Variable(1.0, name='a')
with tf.variable_scope('disc'):
    b = tf.Variable(2.0, name='b')
g_vars = [v for v in tf.trainable_variables() if v.name.startswith('gen')]
d_vars = [v for v in tf.trainable_variables() if 'disc' in v.name]
loss = (a * b - 3.0) ** 2
tg = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=g_vars)
td = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=d_vars)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(tg)
    print(sess.run([a, b]))
    sess.run(td)
    print(sess.run([a, b]))
