import numpy as np
import tensorflow as tf

class k(object):
    v = 2.0
x = tf.placeholder(tf.float32, [])
y = x * k.v
class k(object):
    v = 3.0
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
