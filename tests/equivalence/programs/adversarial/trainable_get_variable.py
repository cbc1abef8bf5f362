import numpy as np
import tensorflow as tf

a = tf.get_variable('a', [1], tf.float32, tf.ones_initializer(), None, False)
c = tf.get_variable('c', [1], initializer=tf.ones_initializer(), trainable=True)
loss = tf.reduce_sum((a + c) ** 2)
t = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(t)
    print(sess.run([a, c]))
