import numpy as np
import tensorflow as tf

w = tf.Variable(3.0)
v = tf.Variable(4.0)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
print(sess.run(w.initial_value), sess.run(w + v))
