import tensorflow as tf


def weight_variable(name, shape):
    """A weight matrix."""
    initer = tf.truncated_normal_initializer(stddev=0.01)
    return tf.get_variable('W_' + name,
                           dtype=tf.float32,
                           shape=shape,
                           initializer=initer)  # small weights


def bias_variable(name, shape):
    initial = tf.constant(0.0, shape=shape, dtype=tf.float32)
    return tf.get_variable('b_' + name, dtype=tf.float32, initializer=initial)


x = tf.placeholder(tf.float32, [None, 2])
W = weight_variable('out', [2, 1])
b = bias_variable('out', shape=[1])
y = tf.matmul(x, W) + b
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(y))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([train, y], {x: [[1.0, 2.0]]}))
