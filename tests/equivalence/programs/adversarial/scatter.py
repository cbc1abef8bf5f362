import numpy as np
import tensorflow as tf

table = tf.Variable([1.0, 2.0, 3.0])
i = tf.placeholder(tf.int32, [None])
up = tf.scatter_update(table, i, [9.0])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(up, {i: [1]})
    print(sess.run(table))
