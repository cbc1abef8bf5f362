import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.scan(lambda a, b: a + b, x)
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0, 3.0]}))
