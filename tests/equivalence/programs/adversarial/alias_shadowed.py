import numpy as np
import tensorflow as tf

dense = tf.layers.dense
x = tf.placeholder(tf.float32, [None, 2])
h = dense(x, 2, kernel_initializer=tf.ones_initializer())


def scale(dense, values):
    return values * dense


y = scale(3.0, h)
print([dense for dense in range(3)])
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print(s.run(y, {x: [[1.0, 2.0]]}))
