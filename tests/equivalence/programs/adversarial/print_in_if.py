import numpy as np
import tensorflow as tf

verbose = True
x = tf.placeholder(tf.float32, [])
if verbose:
    y = x * 2
    print('double')
else:
    y = x * 3
with tf.Session() as sess:
    print(sess.run(y, {x: 1.0}))
