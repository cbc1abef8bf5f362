import numpy as np
import tensorflow as tf

lam = 2.0
x = tf.placeholder(tf.float32, [])
y = x * lam
lam *= 0.5
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}), lam)
