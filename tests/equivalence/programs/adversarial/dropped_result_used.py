import numpy as np
import tensorflow as tf

w = tf.Variable(1.0)
loss = w * w
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    t, l = sess.run([train, loss])
    print(t, l)
    r = sess.run([train, loss])
    print(r[0], r[1])
    print(sess.run(train))
    r = sess.run(train)
    print(r is None)
