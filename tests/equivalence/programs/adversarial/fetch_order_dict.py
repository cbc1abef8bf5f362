import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
a, b, c = x * 1, x * 2, x * 3
with tf.Session() as sess:
    d = sess.run({'z': a, 'y': b, 'x': [c, a]}, {x: 1.0})
    print(d['z'], d['y'], d['x'])
    print(list(d))
    k = sess.run({1: a, 0: b}, {x: 1.0})
    print(k[0], k[1])
    n = sess.run([(a, [b]), {'k': {'j': c}}], {x: 1.0})
    print(n[0][1][0], n[1]['k']['j'], type(n[0]).__name__)
    u, v = sess.run([{'a': a}, (b, c)], {x: 2.0})
    print(u['a'], v)
    w, _ = sess.run([[a, b], c], {x: 2.0})
    print(w)
