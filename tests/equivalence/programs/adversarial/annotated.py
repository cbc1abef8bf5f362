import numpy as np
import tensorflow as tf

x: tf.Tensor = tf.placeholder(tf.float32, [])
y: tf.Tensor = x * 2
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
