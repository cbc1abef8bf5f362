import tensorflow as tf
import numpy as np
from tensorflow import nn
from tensorflow.python.framework import ops
x = tf.placeholder(tf.float32, [2])
y = nn.relu(x)
with tf.Session() as sess:
    print(sess.run(y, {x: [-1.0, 1.0]}))
