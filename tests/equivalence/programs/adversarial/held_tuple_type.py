import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
p, q = x + 1, x + 2
pair = (p, q)
with tf.Session() as sess:
    out = sess.run(pair, {x: 1.0})
    print(isinstance(out, tuple), out)
