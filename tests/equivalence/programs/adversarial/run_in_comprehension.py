import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x * x
with tf.Session() as sess:
    print([float(sess.run(y, {x: v})) for v in [1.0, 2.0, 3.0]])
