import numpy as np
import tensorflow as tf

def one():
    x = tf.placeholder(tf.float32, [])
    loss = x * 2
    with tf.Session() as sess:
        return sess.run(loss, {x: 1.0})
def two():
    x = tf.placeholder(tf.float32, [])
    loss = x * 3
    with tf.Session() as sess:
        return sess.run(loss, {x: 1.0})
print(one(), two(), one())
