import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = x ** 3
g = tf.gradients(y, x)[0]
gg = tf.gradients(g, x)[0]
with tf.Session() as sess:
    print(sess.run([g, gg], {x: [1.0, 2.0]}))
