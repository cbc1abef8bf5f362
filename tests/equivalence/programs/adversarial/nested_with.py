import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
g = tf.Graph()
with tf.device('/cpu:0'):
    with tf.name_scope('n'), tf.variable_scope('v'):
        w = tf.Variable(2.0)
        y = x * w
with tf.Session() as sess, tf.device('/cpu:0'):
    sess.run(tf.global_variables_initializer())
    if True:
        with tf.name_scope('k'):
            print(sess.run(y, {x: 3.0}))
