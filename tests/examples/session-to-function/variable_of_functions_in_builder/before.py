import tensorflow as tf


def variable(name, shape, initializer):
    with tf.device("/cpu:0"):
        return tf.get_variable(name, shape, initializer=initializer)


def weights(name, shape, stddev):
    return variable(name, shape, tf.truncated_normal_initializer(stddev=stddev))


def layer(inputs, size, scope, reuse=False):
    with tf.variable_scope(scope, reuse=reuse):
        w = weights("w", [2, size], 0.1)
        b = variable("b", [size], tf.zeros_initializer())
        return tf.matmul(inputs, w) + b


x = tf.placeholder(tf.float32, [None, 2])
first = layer(x, 3, "first")
second = layer(x, 3, "second")
again = layer(x * 2.0, 3, "first", True)
loss = tf.reduce_mean(tf.square(first - second - again))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(train, {x: [[1.0, 2.0]]})
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
