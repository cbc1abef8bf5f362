import re

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]), name="weights")
b = tf.Variable(tf.zeros([1]), name="bias")
loss = tf.reduce_mean(tf.matmul(x, w) + b)
chosen = [v for v in tf.trainable_variables() if re.match("w.*", v.name)]
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=chosen)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, loss], {x: [[1.0, 2.0]]}))
