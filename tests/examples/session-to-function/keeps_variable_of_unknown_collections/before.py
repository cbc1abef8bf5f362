import sys

import tensorflow as tf

x = tf.placeholder(tf.float32, [2])
keys = [sys.argv[0], tf.GraphKeys.GLOBAL_VARIABLES]
w = tf.get_variable("w", [2], initializer=tf.ones_initializer(), collections=keys)
y = x * w

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [1.0, 2.0]}))
