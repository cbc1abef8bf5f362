import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)
la = (a - 3.0) ** 2
lb = (b - 5.0) ** 2
ta = tf.train.GradientDescentOptimizer(0.1).minimize(la, var_list=[a])
tb = tf.train.MomentumOptimizer(0.1, 0.9).minimize(lb, var_list=[b])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, _, l1, l2 = sess.run([ta, tb, la, lb])
        print(l1, l2)
    print(sess.run([a, b]))
