import numpy as np
import tensorflow as tf

def check(t, n):
    assert n > 0
    return t * n
x = tf.placeholder(tf.float32, [])
y = check(x, 2)
try:
    z = check(x, -1)
except AssertionError:
    print('refused')
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
