import numpy as np
import tensorflow as tf

c = tf.placeholder(tf.bool, [2])
x = tf.placeholder(tf.float32, [2, 2])
y = tf.where(c, x, -x)
with tf.Session() as sess:
    print(sess.run(y, {c: [True, False], x: [[1.0, 2.0], [3.0, 4.0]]}))
