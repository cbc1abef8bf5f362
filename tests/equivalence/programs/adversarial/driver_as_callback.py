import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = (x - 3.0) ** 2
g = tf.gradients(y, x)[0]
sess = tf.Session()
def f(v):
    return sess.run([y, g], {x: v})
def descend(fn, v):
    for _ in range(3):
        v -= 0.1 * fn(v)[1]
    return v
print(descend(f, 0.0))
