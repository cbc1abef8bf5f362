import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
try:
    unused = x * 2
    print('built')
except Exception:
    print('failed')
y = x + 1
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
