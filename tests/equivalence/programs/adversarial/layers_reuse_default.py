import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2])
a = tf.layers.dense(x, 1, kernel_initializer=tf.ones_initializer())
b = tf.layers.dense(x, 1, kernel_initializer=tf.zeros_initializer())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a, b], {x: np.ones((1, 2))}))
