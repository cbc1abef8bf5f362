import tensorflow as tf


def weight_variable(name, shape):
    return tf.get_variable(name, shape, initializer=tf.zeros_initializer())


x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("out") as scope:
    w = weight_variable('w', [2, 1])
    with tf.variable_scope("inner"):
        b = weight_variable(name="b", shape=[1])  # the bias
    y = tf.nn.relu(tf.matmul(x, w) + b, name=scope.name)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
