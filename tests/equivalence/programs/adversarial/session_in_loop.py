import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(2.0)
up = w.assign(w * x)
for v in [2.0, 3.0]:
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(up, {x: v})
        print(sess.run(w))
