import numpy as np
import tensorflow as tf

a = tf.Variable(1)
b = tf.Variable(2.5)
c = tf.Variable([True, False])
d = tf.Variable(3, dtype=tf.float32)
e = tf.Variable(np.int64(4))
f = tf.Variable('text')
g = tf.Variable(tf.zeros([2], tf.float64))
h = tf.Variable(np.arange(3))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for v in [a, b, c, d, e, f, g, h]:
        r = sess.run(v)
        print(r, getattr(r, 'dtype', None))
