import numpy as np
import tensorflow as tf

def gen():
    k = 1.0
    while True:
        yield k
        k += 1.0
g = gen()
x = tf.placeholder(tf.float32, [])
y = x * next(g)
z = [x * v for v, _ in zip(g, range(2))]
print(next(g))
with tf.Session() as sess:
    print(sess.run(z[0], {x: 1.0}), sess.run(y, {x: 1.0}))
