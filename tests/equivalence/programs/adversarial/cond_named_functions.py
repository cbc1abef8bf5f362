import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
k = 2.0
def yes():
    return x * k
def no():
    return x - k
y = tf.cond(x > 1.0, yes, no)
with tf.Session() as sess:
    print(sess.run(y, {x: 2.0}), sess.run(y, {x: 0.0}))
