import numpy as np
import tensorflow as tf

def power(t, n):
    out = t
    i = 1
    while i < n:
        out = out * t
        i += 1
    for k in range(2):
        if k == 1:
            break
        out = out + 1
    return out
x = tf.placeholder(tf.float32, [])
y = power(x, 3)
with tf.Session() as sess:
    print(sess.run(y, {x: 2.0}))
