import numpy as np
import tensorflow as tf

def scales():
    for k in (1.0, 2.0, 3.0):
        yield k
x = tf.placeholder(tf.float32, [])
y = sum(x * k for k in scales())
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
