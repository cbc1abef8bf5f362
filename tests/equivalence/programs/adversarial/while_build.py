import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
h = x
n = 3
while n > 0:
    h = h * 2
    n -= 1
print(n)
with tf.Session() as sess:
    print(sess.run(h, {x: 1.0}))
