import numpy as np
import tensorflow as tf

v = tf.Variable(1.0)
new = tf.assign_add(v, 1.0)
twice = new * 2
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(twice))
    print(sess.run(v))
