import numpy as np
import tensorflow as tf

w = tf.Variable(0.0)
x = tf.placeholder(tf.float32, [])
y = w * x
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(tf.assign(w, float(i)))
        print(sess.run(y, {x: 2.0}))
