import numpy as np
import tensorflow as tf

def weight(shape, value):
    return tf.Variable(tf.constant(value, shape=shape))
w1, b1 = weight([1, 2], 0.5), weight([2], 0.1)
w2 = weight([2, 1], 0.3)
x = tf.placeholder(tf.float32, [None, 1])
y = tf.matmul(tf.matmul(x, w1) + b1, w2)
loss = tf.reduce_sum(y)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[w1, w2])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0]]})
    print(sess.run([w1, b1, w2]))
