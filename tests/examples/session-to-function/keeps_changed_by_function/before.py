import numpy as np
import tensorflow as tf


def fill(d):
    d[0] = 5.0


a = np.zeros(2, np.float32)
x = tf.placeholder(tf.float32, [2])
y = x + a
fill(a)
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 1.0]}))
