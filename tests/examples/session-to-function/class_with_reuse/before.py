import tensorflow as tf


def critic(inputs, reuse=False):
    with tf.variable_scope("critic") as scope:
        if reuse:
            scope.reuse_variables()
        else:
            assert scope.reuse is False
        w = tf.get_variable("w", [2, 1], initializer=tf.zeros_initializer())
        return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 2])
a = critic(x)
b = critic(-x, reuse=True)
y = a + b

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
