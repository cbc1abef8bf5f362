from numpy.linalg import *
import tensorflow as tf
x = tf.placeholder(tf.float32, [2, 2])
y = x * 2
norm_of = norm([3.0, 4.0])
w = tf.Variable(1.0)
total = tf.reduce_sum(y) * w
det_ = total + 1
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(det_, {x: [[1, 2], [3, 4]]}), det([[1.0, 2.0], [3.0, 4.0]]), norm_of)
