import numpy as np
import tensorflow as tf


def pooled(inputs, size, name):
    image = tf.reshape(inputs, [-1, size, 4, 1])
    small = tf.nn.max_pool(image, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")
    w = tf.get_variable(name, [int(small.get_shape()[1]), 2, 1])
    return small * w


x = tf.placeholder(tf.float32, [None, 24])
one = pooled(x, 6, "one")
two = pooled(x, 3, "two")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([one, two], {x: np.ones([2, 24])}))
