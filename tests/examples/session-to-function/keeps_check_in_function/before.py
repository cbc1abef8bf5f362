import tensorflow as tf


def total(t):
    with tf.control_dependencies([tf.assert_positive(t)]):
        return tf.reduce_sum(t)


x = tf.placeholder(tf.float32, [None])
y = total(x)

with tf.Session() as sess:
    print(sess.run(y, {x: [1.0, 2.0]}))
