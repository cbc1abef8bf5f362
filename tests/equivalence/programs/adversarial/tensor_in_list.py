import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * 2
z = x * 3
kept = [t for t in [x, y, z] if t not in [y]]
total = tf.add_n(kept)
with tf.Session() as sess:
    print(sess.run(total, {x: 1.0}))
