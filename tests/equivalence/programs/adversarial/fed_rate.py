import numpy as np
import tensorflow as tf

rate = tf.placeholder(tf.float32, shape=[])
w = tf.Variable(1.0)
v = tf.Variable(1.0)
t1 = tf.train.GradientDescentOptimizer(rate).minimize(w * w)
t2 = tf.train.MomentumOptimizer(learning_rate=rate, momentum=0.9).minimize(v * v)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run([t1, t2], {rate: 0.1 / (i + 1)})
    print(sess.run([w, v]))
