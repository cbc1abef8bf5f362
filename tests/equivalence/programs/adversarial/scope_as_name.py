import numpy as np
import tensorflow as tf

with tf.variable_scope('s') as scope:
    w = tf.get_variable('w', [1], initializer=tf.ones_initializer())
    scope.reuse_variables()
    v = tf.get_variable('w', [1])
x = tf.placeholder(tf.float32, [1])
y = x * (w + v)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [1.0]}))
