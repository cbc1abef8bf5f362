import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
h = x
for k in range(5):
    if k == 3:
        break
    h = h * 2
else:
    h = h * 0
with tf.Session() as sess:
    print(sess.run(h, {x: 1.0}))
