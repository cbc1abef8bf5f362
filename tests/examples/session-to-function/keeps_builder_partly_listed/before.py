import tensorflow as tf


def net(inputs):
    with tf.variable_scope("net"):
        w = tf.get_variable("w", [2, 2])
        v = tf.get_variable("v", [2, 2])
        return tf.matmul(tf.matmul(inputs, w), v)


x = tf.placeholder(tf.float32, [None, 2])
y = net(x)
only = tf.trainable_variables(scope="net/w")
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(y), var_list=only)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(train, {x: [[1.0, 2.0]]}))
