import numpy as np
import tensorflow as tf

v = tf.Variable(1.0)
a = tf.assign(v, 5.0)
with tf.control_dependencies([a]):
    r = v + 1.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(r))
    print(sess.run(v))
