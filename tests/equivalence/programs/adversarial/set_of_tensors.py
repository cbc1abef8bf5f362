import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
ts = {y, y, x}
total = tf.add_n(list(ts))
with tf.Session() as sess:
    print(sess.run(total, {x: 1.0}))
