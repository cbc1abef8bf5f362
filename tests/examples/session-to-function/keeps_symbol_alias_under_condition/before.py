import sys

import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
if len(sys.argv) < 9:
    dense = tf.layers.dense
scores = dense(x, 3)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(scores, {x: np.ones((2, 4))}))
