import numpy as np
import tensorflow as tf

sizes = [4, 2]
other = sizes
other[0] = 3
shape = [None, 9]


def fix(given):
    given[1] = 3


fix(shape)
x = tf.placeholder(tf.float32, [None, sizes[0]])
z = tf.placeholder(tf.float32, shape)
w = tf.Variable(tf.ones([int(x.get_shape()[1]), 2]))
y = tf.matmul(x, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: np.ones([2, 3])}))
