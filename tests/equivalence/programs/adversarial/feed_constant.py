import numpy as np
import tensorflow as tf

c = tf.constant(2.0)
x = tf.placeholder(tf.float32, [])
y = c * x
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0, c: 10.0}))
    print(sess.run(y, {x: 1.0}))
