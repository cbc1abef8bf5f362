import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
n = int(x.get_shape()[1])
flat = int(np.prod(x.get_shape()[1:]))
s = x.get_shape().as_list()
y = tf.reshape(x, [-1, n * s[1] // flat]) * n
with tf.Session() as sess:
    print(sess.run(y, {x: [[1.0, 2.0, 3.0]]}))
