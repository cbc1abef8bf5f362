import tensorflow as tf


def net(inputs):
    both = {"w": tf.Variable(tf.ones([2, 2])), "fixed": tf.Variable(tf.ones([2, 2]), trainable=False)}
    return tf.matmul(tf.matmul(inputs, both["w"]), both["fixed"])


x = tf.placeholder(tf.float32, [None, 2])
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(net(x)))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1.0, 2.0]]})
