import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
v = tf.Variable(1.0)
up = [w.assign(w * 2), v.assign(v * 2)]
sess = tf.Session()
sess.run(tf.global_variables_initializer())
sess.run(up)
sess.run(tf.variables_initializer([w]))
print(sess.run([w, v]))
