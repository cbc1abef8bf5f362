import numpy as np
import tensorflow as tf

a = tf.placeholder(tf.float32)
b = tf.placeholder(tf.float32, None)
c = tf.placeholder('float', [None, 2])
d = tf.placeholder(np.float32, (2,))
e = tf.placeholder(tf.float32, 2)
f = tf.placeholder(shape=[], dtype='int32')
y = a + b + tf.reduce_sum(c) + tf.reduce_sum(d) + tf.reduce_sum(e) + tf.cast(f, tf.float32)
with tf.Session() as sess:
    print(sess.run(y, {a: 1, b: [1, 2], c: [[1, 2]], d: [1, 2], e: (3, 4), f: 5}))
