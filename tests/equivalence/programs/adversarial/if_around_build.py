import numpy as np
import tensorflow as tf

use_relu = True
x = tf.placeholder(tf.float32, [None])
if use_relu:
    h = tf.nn.relu(x)
else:
    h = tf.tanh(x)
y = h + 1
with tf.Session() as sess:
    print(sess.run(y, {x: [-1.0, 2.0]}))
