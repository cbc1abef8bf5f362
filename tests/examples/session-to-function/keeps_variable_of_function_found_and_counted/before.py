import tensorflow as tf

made = []


def weight_variable(name, shape):
    made.append(shape)
    return tf.get_variable(name, shape, initializer=tf.zeros_initializer())


x = tf.placeholder(tf.float32, [None, 2])
with tf.variable_scope("out"):
    w = weight_variable("w", [2, 1])
with tf.variable_scope("out", reuse=True):
    same = weight_variable("w", [2, 1])
y = tf.matmul(x, w) - tf.matmul(2.0 * x, same)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(len(made), sess.run(y, {x: [[1.0, 2.0]]}))
