import numpy as np
import tensorflow as tf

k = 2.0
x = tf.placeholder(tf.float32, [])
y = x * k
try:
    raise ValueError(3)
except ValueError as k:
    pass
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
