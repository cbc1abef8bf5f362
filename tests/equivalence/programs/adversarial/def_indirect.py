import numpy as np
import tensorflow as tf

def inner(t):
    return t * 2
def outer(t):
    return inner(t) + 1
x = tf.placeholder(tf.float32, [])
y = outer(x)
inner = lambda t: t * 100
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
