import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
with tf.Session() as sess:
    for s in [1.0, 2.0, 3.0]:
        print(sess.run(x * s, {x: 1.0}))
