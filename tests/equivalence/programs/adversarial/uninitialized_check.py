import numpy as np
import tensorflow as tf

w = tf.Variable(3.0)
sess = tf.Session()
print(sess.run(tf.is_variable_initialized(w)))
sess.run(tf.global_variables_initializer())
print(sess.run(tf.is_variable_initialized(w)))
