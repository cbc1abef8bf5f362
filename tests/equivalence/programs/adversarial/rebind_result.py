import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
z = y + 1
with tf.Session() as sess:
    z = sess.run(z, {x: 1.0})
    y = sess.run(y, {x: 1.0})
    x = 5
    print(x, y, z)
