import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
z = x * 2
with tf.Session() as sess:
    for i in range(3):
        fd = {x: float(i)}
        a = sess.run(z, feed_dict=fd)
        i = 100
        b = sess.run(z, feed_dict=fd)
        print(a, b)
