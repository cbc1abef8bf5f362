import tensorflow as tf


def dense(inputs, with_w=False):
    w = tf.get_variable("w", [2, 2])
    if with_w:
        return tf.matmul(inputs, w), w
    else:
        return tf.matmul(inputs, w)


x = tf.placeholder(tf.float32, [None, 2])
y, weights = dense(x, with_w=True)
loss = tf.reduce_sum(y) + tf.nn.l2_loss(weights)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, {x: [[1.0, 2.0]]}))
