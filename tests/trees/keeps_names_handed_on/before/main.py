import numpy as np
import tensorflow as tf
from ops import dense, read, rnn

x = tf.placeholder(tf.float32, [None, 2, 3])
out = tf.reduce_sum(read(x, 4)) + tf.reduce_sum(dense(tf.reshape(x, [-1, 3]), 3, 2, 'out'))
print(rnn)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: np.ones([1, 2, 3])}))
