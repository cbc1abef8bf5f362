import numpy as np
import tensorflow as tf

step = tf.Variable(0, trainable=False)
w = tf.Variable(1.0)
rate = tf.train.exponential_decay(0.1, step, 1, 0.5)
train = tf.train.GradientDescentOptimizer(rate).minimize(w * w, global_step=step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train)
    print(sess.run([w, step, rate]))
