import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float64, [3])
w = tf.Variable(np.arange(3.0), dtype=tf.float64)
f = tf.reduce_sum(tf.exp(w * x) + tf.sin(x))
slope = tf.gradients(f, x)[0]
curvature = tf.hessians(f, x)[0]

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(curvature, {x: [0.1, 0.2, 0.3]}))
    print(sess.run([slope, curvature], {x: [0.1, 0.2, 0.3]}))
