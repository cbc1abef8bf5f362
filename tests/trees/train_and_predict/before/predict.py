import numpy as np
import tensorflow as tf
from ops import dense

x = tf.placeholder(tf.float32, [None, 3])
out = dense(x, 3, 1, 'out')
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, feed_dict={x: np.ones([4, 3])}))
