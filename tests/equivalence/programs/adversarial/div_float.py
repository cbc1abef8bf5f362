import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = tf.div(x, 2)
n = 3
z = tf.div(x, n)
with tf.Session() as sess:
    print(sess.run([y, z], {x: 7}))
