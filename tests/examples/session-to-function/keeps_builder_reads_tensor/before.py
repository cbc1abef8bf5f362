import tensorflow as tf


x = tf.placeholder(tf.float32, [None, 2])
keep_prob = tf.placeholder(tf.float32)


def net(inputs):
    w = tf.Variable(tf.ones([2, 2]))
    return tf.nn.dropout(tf.matmul(inputs, w), keep_prob)


y = net(x)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]], keep_prob: 1.0}))
