import numpy as np
import tensorflow as tf

def first():
    x = tf.placeholder(tf.float32, [])
    y = x * 2
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
def second():
    x = tf.placeholder(tf.float32, [])
    y = x * 3
    with tf.Session() as sess:
        print(sess.run(y, {x: 1.0}))
first()
second()
