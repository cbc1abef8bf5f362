import numpy as np
import tensorflow as tf

table = tf.Variable([1.0, 2.0, 3.0])
up = table[1].assign(9.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(up)
    print(sess.run(table))
