import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [])
w = tf.Variable(2.0)
up = w.assign(w * x)
def go(v):
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(up, {x: v})
        print(sess.run(w))
go(2.0)
go(3.0)
