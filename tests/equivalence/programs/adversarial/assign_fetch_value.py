import numpy as np
import tensorflow as tf

v = tf.Variable(1.0)
double = tf.assign(v, v * 2.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        print(sess.run(double))
