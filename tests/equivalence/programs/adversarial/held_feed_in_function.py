import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
k = tf.placeholder(tf.float32, [])
y = x * k
sess = tf.Session()
def feed(v, train):
    if train:
        return {x: v, k: 0.5}
    return {x: v, k: 1.0}
print(sess.run(y, feed(2.0, True)))
print(sess.run(y, feed(2.0, False)))
