import numpy as np
import tensorflow as tf

v = tf.Variable(1.0)
p = tf.placeholder(tf.bool, [])
op = tf.cond(p, lambda: tf.assign(v, 10.0), lambda: tf.assign(v, 20.0))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(op, {p: True})
    print(sess.run(v))
    sess.run(op, {p: False})
    print(sess.run(v))
