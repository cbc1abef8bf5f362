import tensorflow as tf


def net(inputs, last):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [2, 2])
        v = tf.get_variable(last, [2, 1])
        return tf.matmul(tf.matmul(inputs, w), v)


x = tf.placeholder(tf.float32, [None, 2])
y = net(x, "a") + 1.0
z = net(x, "b")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([y, z], {x: [[1.0, 2.0]]}))
