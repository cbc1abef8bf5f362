import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
def put(v):
    sess.run(tf.assign(w, v))
put(3.0)
put(4.0)
print(sess.run(w))
