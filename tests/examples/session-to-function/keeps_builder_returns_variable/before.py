import tensorflow as tf


def net(inputs):
    w = tf.Variable(tf.ones([2, 2]))
    return tf.matmul(inputs, w), w


x = tf.placeholder(tf.float32, [None, 2])
y, w = net(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([y, w], {x: [[1.0, 2.0]]}))
