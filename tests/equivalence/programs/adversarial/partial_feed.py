import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.placeholder(tf.float32, [])
a = x + 1
b = a + y
with tf.Session() as sess:
    print(sess.run(a, {x: 1.0}))
    print(sess.run(a, {x: 1.0, y: 5.0}))
    print(sess.run(b, {x: 1.0, y: 5.0}))
