import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
sess = tf.Session()
y = x * 2
def f(v):
    return sess.run(y, {x: v})
print(f(1.0))
y = x * 3
print(f(1.0))
