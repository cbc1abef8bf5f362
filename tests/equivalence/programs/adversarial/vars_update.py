import numpy as np
import tensorflow as tf

class C(object):
    k = 1.0
c = C()
x = tf.placeholder(tf.float32, [])
y = x * c.k
c.__dict__.update(k=6.0)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
