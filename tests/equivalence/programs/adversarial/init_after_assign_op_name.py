import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
init_w = w.assign(5.0)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
sess.run(init_w)
print(sess.run(w))
sess.run(w.initializer)
print(sess.run(w))
