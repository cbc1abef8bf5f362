import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
verbose = False
if verbose:
    y = x * 2
else:
    pass
with tf.Session() as sess:
    if not verbose:
        z = x * 3
        w = z + 1
        print(sess.run(w, {x: 1.0}))
    else:
        q = x * 4
