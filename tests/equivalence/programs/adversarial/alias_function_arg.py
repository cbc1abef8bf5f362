import numpy as np
import tensorflow as tf

def tweak(values):
    values[0] = 50.0
ks = [1.0, 2.0]
x = tf.placeholder(tf.float32, [])
y = x * ks[0]
tweak(ks)
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
