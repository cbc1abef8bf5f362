import numpy as np
import tensorflow as tf

cache = {}
def cached(t, k):
    if k not in cache:
        cache[k] = t * k
    return cache[k]
x = tf.placeholder(tf.float32, [])
a = cached(x, 2.0)
b = cached(x, 2.0)
print(len(cache))
with tf.Session() as sess:
    print(sess.run(a + b, {x: 1.0}))
