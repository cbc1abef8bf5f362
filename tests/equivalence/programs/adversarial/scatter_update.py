import numpy as np
import tensorflow as tf
x = tf.placeholder(tf.float32, [2, 6])
i = tf.placeholder(tf.int32, [2])
v = tf.Variable(tf.zeros([4, 6]))
total = tf.reduce_sum(v)
write = tf.scatter_update(v, i, x * 2.)
more = tf.scatter_nd_add(v, [[0], [1]], x)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(total))
    sess.run(write, {x: np.ones([2, 6]), i: [1, 3]})
    print(sess.run(total))
    sess.run(more, {x: np.ones([2, 6])})
    print(sess.run(v))
