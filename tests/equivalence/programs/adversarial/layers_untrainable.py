import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
h = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.5), trainable=False)
o = tf.layers.dense(h, 1, kernel_initializer=tf.constant_initializer(0.5))
loss = tf.reduce_sum(o)
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t, {x: [[1.0]]})
    print(sess.run([h, o], {x: [[1.0]]}))
