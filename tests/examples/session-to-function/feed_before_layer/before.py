import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
code = tf.nn.relu(x) * 2.0
scores = tf.layers.dense(code, 2)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(scores, {x: np.ones([2, 4])}))
    print(sess.run(scores, {code: np.ones([3, 4])}))
