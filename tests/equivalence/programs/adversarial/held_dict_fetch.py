import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
p, q = x + 1, x + 2
named = {'p': p, 'q': q}
with tf.Session() as sess:
    print(sess.run(named, {x: 1.0})['q'])
