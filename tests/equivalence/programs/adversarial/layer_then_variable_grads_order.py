import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 1])
a = tf.Variable(1.0)
h = tf.layers.dense(x * a, 1, kernel_initializer=tf.constant_initializer(0.5))
b = tf.Variable(2.0)
loss = tf.reduce_sum(h * b)
gs = tf.gradients(loss, tf.trainable_variables())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for g in sess.run(gs, {x: [[3.0]]}):
        print(g)
