import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(2.0)
up = w.assign(w * x)
init = tf.global_variables_initializer()
sess = tf.Session()
sess.run(init)
sess.run(up, {x: 2.0})
sess.close()
sess = tf.Session()
sess.run(init)
print(sess.run(w))
