import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
score = tf.layers.dense(x, 1)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print([v.dtype for v in tf.trainable_variables()], sess.run(score, {x: np.ones((2, 2))}).shape)
