import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
p, q = x + 1, x + 2
nested = [p, [q, p]]
with tf.Session() as sess:
    print(sess.run(nested, {x: 1.0})[1][1])
