import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
vals = [1.0, 2.0]
fd = {x: vals[0]}
vals[0] = 50.0
with tf.Session() as sess:
    print(sess.run(y, fd))
    print(sess.run(y, feed_dict=fd))
