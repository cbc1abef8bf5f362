import tensorflow as tf


def net(inputs, units):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        hidden = tf.layers.dense(inputs, units, activation=tf.nn.relu, name="hidden")
        return tf.layers.dense(hidden, 1)


x = tf.placeholder(tf.float32, [None, 2])
first = net(x, 4)
second = net(x * 2.0, 4)
y = first - second

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
