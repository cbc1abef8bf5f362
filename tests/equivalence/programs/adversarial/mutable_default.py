import numpy as np
import tensorflow as tf

def add(t, seen=[]):
    seen.append(len(seen))
    return t * len(seen)
x = tf.placeholder(tf.float32, [])
a = add(x)
b = add(x)
with tf.Session() as sess:
    print(sess.run(b, {x: 1.0}))
    print(sess.run(a, {x: 1.0}))
