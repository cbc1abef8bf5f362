import tensorflow as tf


def net(inputs, deviation, reuse):
    with tf.variable_scope("net", reuse=reuse):
        w = tf.get_variable("w", [2, 2], initializer=tf.random_normal_initializer(stddev=deviation))
        return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 2])
y = net(x, 0.1, False)
z = net(x, 0.2, True)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([y, z], {x: [[1.0, 2.0]]}))
