import numpy as np
import tensorflow as tf

data = np.zeros([5, 4])


def grow():
    global data
    data = np.zeros([5, 6])


x = tf.placeholder(tf.float32, [None, data.shape[1]])
grow()
w = tf.Variable(tf.zeros([x.get_shape()[1].value, 2]))
y = tf.matmul(x, w)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: np.ones([1, 4])}))
