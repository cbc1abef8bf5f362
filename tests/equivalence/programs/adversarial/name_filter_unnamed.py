import numpy as np
import tensorflow as tf

with tf.variable_scope('gen'):
    a = tf.Variable(1.0)
with tf.variable_scope('disc'):
    b = tf.Variable(2.0)
g_vars = [v for v in tf.trainable_variables() if v.name.startswith('gen')]
loss = (a * b - 3.0) ** 2
tg = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=g_vars)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(tg)
    print(sess.run([a, b]))
