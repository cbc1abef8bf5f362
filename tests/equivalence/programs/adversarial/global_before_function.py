import numpy as np
import tensorflow as tf

def show(v):
    print(v, y_value)
x = tf.placeholder(tf.float32, [])
y = x * 2
with tf.Session() as sess:
    y_value = sess.run(y, {x: 1.0})
    show(1)
