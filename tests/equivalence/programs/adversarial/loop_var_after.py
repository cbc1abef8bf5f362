import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
h = x
for i in range(3):
    h = h * 2
print(i)
with tf.Session() as sess:
    print(sess.run(h, {x: 1.0}))
