import tensorflow as tf


def build():
    x = tf.placeholder(tf.float32, [None])
    y = tf.reduce_sum(x)
    return x, y


x, y = build()
with tf.Session() as sess:
    print(sess.run(y, {x: [1.0]}))
