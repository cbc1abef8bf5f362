import numpy as np
import tensorflow as tf

scales = [2.0]
x = tf.placeholder(tf.float32, [])
y = x * sum(scales)
scales.append(5.0)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
