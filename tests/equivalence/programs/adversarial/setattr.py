import numpy as np
import tensorflow as tf

class C(object):
    pass
c = C()
c.k = 1.0
x = tf.placeholder(tf.float32, [])
y = x * c.k
setattr(c, 'k', 3.0)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
