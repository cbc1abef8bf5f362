import numpy as np
import tensorflow as tf

rows = None
x = tf.placeholder(tf.float32, [rows, 3])
w = tf.get_variable("w", [x.shape[0], 2])
y = tf.matmul(x, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: np.ones([3, 3])}))
