import numpy as np
import tensorflow as tf

n = tf.get_variable('n', [2], tf.int32)
w = tf.get_variable('w', [2], initializer=tf.ones_initializer())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(n))
    print(sess.run(w))
