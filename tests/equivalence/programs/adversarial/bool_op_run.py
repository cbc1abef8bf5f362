import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x > 1.0
n = 0
with tf.Session() as sess:
    for v in (0.0, 2.0, 3.0):
        if v and sess.run(y, {x: v}):
            n += 1
    print(n)
