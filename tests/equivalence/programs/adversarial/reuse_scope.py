import numpy as np
import tensorflow as tf

def net(t):
    w = tf.get_variable('w', [1], initializer=tf.constant_initializer(2.0))
    return t * w
x = tf.placeholder(tf.float32, [1])
with tf.variable_scope('n'):
    a = net(x)
with tf.variable_scope('n', reuse=True):
    b = net(a)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a, b], {x: [1.0]}), len(tf.global_variables()))
