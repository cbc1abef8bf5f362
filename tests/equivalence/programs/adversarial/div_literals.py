import numpy as np
import tensorflow as tf

k = tf.Variable(7)
x = tf.placeholder(tf.float32, [])
y = tf.div(k, 2)
z = x * tf.cast(y, tf.float32)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(z, {x: 1.0}))
