import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
n = tf.placeholder(tf.int64, [])
y, k = x * 2, n * 2
with tf.Session() as sess:
    a, b = sess.run([y, k], {x: 0.1, n: 3})
    print(a, b, '%d' % b, '{:>8.3f}|{:d}'.format(a, b), str(a), repr(int(b)), round(float(a), 3), [0, 1, 2, 3, 4, 5, 6, 7][b])
