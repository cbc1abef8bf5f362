import numpy as np
import tensorflow as tf

class Holder(object):
    def __init__(self, values):
        self.values = values
    def bump(self):
        self.values[0] += 10.0
ks = [1.0, 2.0]
holder = Holder(ks)
x = tf.placeholder(tf.float32, [])
y = x * ks[0]
holder.bump()
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
