import numpy as np
import tensorflow as tf

params = []
params.append(tf.Variable(1.0))
params.append(tf.Variable(2.0))
loss = params[0] * params[1]
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=params)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run(params))
