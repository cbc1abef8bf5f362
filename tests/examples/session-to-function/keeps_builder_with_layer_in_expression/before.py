import tensorflow as tf


def dense(inputs, name, deep=False):
    h = tf.layers.dense(inputs, 2, name=name + "_deep") if deep else inputs
    return tf.layers.dense(h, 2, name=name)


x = tf.placeholder(tf.float32, [None, 2])
y = dense(dense(x, "first", deep=True), "second")

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {x: [[1.0, 2.0]]}))
