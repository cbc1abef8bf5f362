import tensorflow as tf


def bias_variable(shape, value=0.1, name="bias"):
    initial = tf.constant(value, shape=shape)
    return tf.get_variable(name, initializer=initial)


x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("first"):
    b = bias_variable([1])
with tf.variable_scope("second"):
    c = bias_variable(
        [1],
        value=0.2,
    )
y = x * b + c

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
