import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
with tf.variable_scope('gen'):
    a = tf.get_variable('a', shape=[], initializer=tf.ones_initializer())
with tf.variable_scope('generator'):
    b = tf.get_variable('b', shape=[], initializer=tf.ones_initializer())
vs = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, 'gen')
ws = tf.trainable_variables('gen/')
loss = a * b * x
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=vs)
u = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=ws)
print(len(vs), len(ws))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: 1.0})
    print(sess.run([a, b]))
    sess.run(u, {x: 1.0})
    print(sess.run([a, b]))
