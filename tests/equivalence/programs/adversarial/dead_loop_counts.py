import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
n = 0
for k in range(3):
    unused = x * k
    n += 1
with tf.Session() as sess:
    print(sess.run(x + 1, {x: 1.0}), n)
