import tensorflow as tf


def network(x, training):
    h = tf.layers.dense(x, 3)
    return tf.layers.batch_normalization(h, training=training)


x = tf.placeholder(tf.float32, [None, 2])
training = tf.placeholder(tf.bool, [])
out = network(x, training)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(out, {x: [[1.0, 2.0], [3.0, 1.0]], training: True}))
