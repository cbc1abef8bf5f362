import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
up = tf.assign_add(w, 1.0)
a = tf.Session()
b = tf.Session()
init = tf.global_variables_initializer()
a.run(init)
b.run(init)
a.run(up)
print(a.run(w), b.run(w))
