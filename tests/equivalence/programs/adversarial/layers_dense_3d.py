import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2, 2])
a = tf.layers.dense(x, 1, kernel_initializer=tf.ones_initializer())
f = tf.layers.flatten(a)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a, f], {x: np.ones((1, 2, 2))}))
