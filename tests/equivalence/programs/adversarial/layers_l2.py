import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
h = tf.layers.dense(x, 1, kernel_initializer=tf.constant_initializer(0.5))
l2 = 0.1 * sum(tf.nn.l2_loss(v) for v in tf.trainable_variables())
loss = tf.reduce_mean(h * h) + l2
t = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=tf.trainable_variables())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        _, l = sess.run([t, loss], {x: [[1.0, 2.0]]})
        print(l, sess.run(l2))
