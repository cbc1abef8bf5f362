import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
x = tf.placeholder(tf.float32, [])
z = x * 3
with tf.Session() as sess:
    print(sess.run(z, {x: 1.0}))
