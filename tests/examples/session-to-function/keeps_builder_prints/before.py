import tensorflow as tf


def net(inputs):
    w = tf.Variable(tf.ones([2, 2]))
    h = tf.matmul(inputs, w)
    print(h.name)
    return h


x = tf.placeholder(tf.float32, [None, 2])
y = net(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
