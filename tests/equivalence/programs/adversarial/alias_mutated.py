import numpy as np
import tensorflow as tf

ks = [3.0, 1.0, 2.0]
same = ks
x = tf.placeholder(tf.float32, [])
y = x * ks[0]
same[0] = 100.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
