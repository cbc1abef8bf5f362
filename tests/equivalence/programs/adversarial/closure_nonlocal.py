import numpy as np
import tensorflow as tf

def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return float(n)
    return step
tick = counter()
x = tf.placeholder(tf.float32, [])
a = x * tick()
b = x * tick()
with tf.Session() as sess:
    print(sess.run(b, {x: 1.0}))
    print(sess.run(a, {x: 1.0}))
