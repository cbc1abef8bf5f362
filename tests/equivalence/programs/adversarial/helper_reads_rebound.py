import numpy as np
import tensorflow as tf

k = 2.0
def f(t):
    return t * k
x = tf.placeholder(tf.float32, [])
y = f(x)
k = 5.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
