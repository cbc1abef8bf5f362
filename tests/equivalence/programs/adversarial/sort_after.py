import numpy as np
import tensorflow as tf

ks = [3.0, 1.0, 2.0]
x = tf.placeholder(tf.float32, [])
y = x * ks[0]
ks.sort()
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
