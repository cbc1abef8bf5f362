import tensorflow as tf


def weight(shape):
    return tf.Variable(tf.ones(shape))


x = tf.placeholder(tf.float32, [None, 2])
first, second = map(weight, [[2, 3], [3, 1]])
b = tf.Variable(0.0)
y = tf.matmul(tf.matmul(x, first), second) + b
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(y))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, y], {x: [[1.0, 2.0]]}))
