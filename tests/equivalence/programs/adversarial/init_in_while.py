import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
up = w.assign(w * 2)
init = tf.global_variables_initializer()
sess = tf.Session()
k = 0
while k < 2:
    init.run(session=sess)
    up.eval(session=sess)
    print(w.eval(session=sess))
    k += 1
