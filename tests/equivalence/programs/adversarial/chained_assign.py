import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a = b = x * 2
c = d = a + b
with tf.Session() as sess:
    print(sess.run([a, b, c, d], {x: 1.0}))
