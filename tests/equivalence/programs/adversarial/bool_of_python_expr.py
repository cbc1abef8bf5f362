import numpy as np
import tensorflow as tf

use = True
x = tf.placeholder(tf.float32, [])
y = use and x * 2
z = None or x * 3
w = x * 4 if not use else x * 5
with tf.Session() as sess:
    print(sess.run([y, z, w], {x: 1.0}))
