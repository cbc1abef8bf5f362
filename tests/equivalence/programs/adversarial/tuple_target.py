import numpy as np
import tensorflow as tf

k, m = 2.0, 3.0
x = tf.placeholder(tf.float32, [])
y = x * k * m
k, m = m, k + 1
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
