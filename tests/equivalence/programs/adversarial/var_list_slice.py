import numpy as np
import tensorflow as tf

params = [tf.Variable(1.0), tf.Variable(2.0), tf.Variable(3.0)]
loss = params[0] * params[1] * params[2]
opt = tf.train.GradientDescentOptimizer(0.1)
t1 = opt.minimize(loss, var_list=params[:2])
t2 = opt.minimize(loss, var_list=[p for i, p in enumerate(params) if i == 2])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t1)
    print(sess.run(params))
    sess.run(t2)
    print(sess.run(params))
