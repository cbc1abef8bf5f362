import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.complex64, [2])
y = tf.abs(x)
with tf.Session() as sess:
    print(sess.run(y, {x: [3 + 4j, 1]}))
