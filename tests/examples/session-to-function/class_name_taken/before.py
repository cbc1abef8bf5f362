import tensorflow as tf


class Dense(object):
    pass


def dense(inputs, name):
    w = tf.get_variable("W_%s" % name, [2, 2])
    b = tf.get_variable(name + "_b", [2], initializer=tf.zeros_initializer())
    return tf.matmul(inputs, w) + b


x = tf.placeholder(tf.float32, [None, 2])
h = dense(x, "first")
y = dense(h, name="second")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
