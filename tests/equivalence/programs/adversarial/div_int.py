import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.int32, [])
y = tf.div(x, 2)
with tf.Session() as sess:
    print(sess.run(y, {x: 7}))
