import numpy as np
import tensorflow as tf

w = tf.Variable(2.0)
x = tf.placeholder(tf.float32, [])
y = w * x
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: 1.0, w: 10.0}))
    print(sess.run(y, {x: 1.0}))
