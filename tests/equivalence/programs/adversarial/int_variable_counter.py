import numpy as np
import tensorflow as tf

n = tf.Variable(0, trainable=False)
x = tf.placeholder(tf.float32, [])
w = tf.Variable(2.0)
loss = w * x * tf.cast(n + 1, tf.float32)
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=n)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(t, {x: 1.0})
        print(sess.run(w), n.eval())
