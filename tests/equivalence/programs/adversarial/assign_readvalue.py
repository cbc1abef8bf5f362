import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
r = w.read_value()
v = w.value()
i = tf.identity(w)
up = w.assign_add(1.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(up)
    print(sess.run([r, v, i]))
    print(sess.run(i), sess.run(w.value()))
