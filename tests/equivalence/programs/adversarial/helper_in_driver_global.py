import numpy as np
import tensorflow as tf

k = 2.0
x = tf.placeholder(tf.float32, [])
y = x * k
sess = tf.Session()
def go():
    global k
    k = 5.0
    return sess.run(y, {x: 1.0})
print(go())
