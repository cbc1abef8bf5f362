import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4])
build = tf.layers.dense
hidden = build(x, 3)
build = tf.layers.flatten
scores = build(hidden)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(scores, {x: np.ones((2, 4))}))
