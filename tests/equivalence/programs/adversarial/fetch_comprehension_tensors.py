import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a, b = x * 2, x * 3
with tf.Session() as sess:
    print([float(sess.run(t, {x: 1.0})) for t in (a, b)])
