import numpy as np
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(1.0)
x = tf.placeholder(tf.float32, [])
gs = tf.gradients(a * x, [a, b])
print(gs[1] is None)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(gs[0], {x: 2.0}))
