import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
inc = w.assign_add(1.0)
sess = tf.Session()
init = tf.global_variables_initializer()
def reset():
    sess.run(init)
reset()
sess.run(inc)
print(sess.run(w))
reset()
print(sess.run(w))
