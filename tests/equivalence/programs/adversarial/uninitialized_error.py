import numpy as np
import tensorflow as tf

w = tf.Variable(3.0)
sess = tf.Session()
try:
    sess.run(w)
except tf.errors.FailedPreconditionError:
    print('not yet')
sess.run(tf.global_variables_initializer())
print(sess.run(w))
