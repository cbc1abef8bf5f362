import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
v = tf.Variable(w.initialized_value() * 2)
x = tf.placeholder(tf.float32, [])
y = x * v
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0}))
