import numpy as np
import tensorflow as tf

seen = []
def layer(t):
    seen.append(1)
    return t * len(seen)
x = tf.placeholder(tf.float32, [])
a = layer(x)
b = layer(a)
print(len(seen))
with tf.Session() as sess:
    print(sess.run(a, {x: 1.0}))
    print(sess.run(b, {x: 1.0}))
