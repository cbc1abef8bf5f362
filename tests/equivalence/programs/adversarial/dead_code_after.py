import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
z = y + 1
with tf.Session() as sess:
    print(sess.run(z, {x: 1.0}))
