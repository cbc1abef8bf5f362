import tensorflow as tf


def weight_variable(name, shape):
    return tf.get_variable(name, shape, initializer=tf.zeros_initializer())


x = tf.placeholder(tf.float32, [None, 2])
y = x
for number in range(2):
    with tf.variable_scope("layer"):
        y = tf.matmul(y, weight_variable("w%d" % number, [2, 2]))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
