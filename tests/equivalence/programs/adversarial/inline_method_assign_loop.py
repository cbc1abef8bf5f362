import numpy as np
import tensorflow as tf

lr = tf.Variable(0.5, trainable=False)
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(w * w * lr)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for epoch in range(3):
    sess.run(lr.assign(0.5 / (epoch + 1)))
    sess.run(train)
    print(sess.run(w))
