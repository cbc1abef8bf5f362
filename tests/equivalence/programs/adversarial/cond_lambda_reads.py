import numpy as np
import tensorflow as tf

k = 2.0
x = tf.placeholder(tf.float32, [])
y = tf.cond(x > 0, lambda: x * k, lambda: x)
k = 5.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
