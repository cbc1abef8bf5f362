import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [2, 3])
try:
    y = tf.matmul(x, x)
    print('fine')
except ValueError:
    print('shapes')
with tf.Session() as sess:
    print(sess.run(tf.reduce_sum(x), {x: np.ones((2, 3))}))
