import numpy as np
import tensorflow as tf

v = tf.Variable(1.0)
inc = v.assign_add(1.0)
x = tf.placeholder(tf.float32, [])
y = v * x
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k in range(2):
        sess.run(inc)
        print(sess.run(v) + sess.run(y, {x: float(sess.run(v))}), sess.run(v))
