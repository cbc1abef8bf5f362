import tensorflow as tf


def entropy(p):
    # natural logarithm
    return -tf.reduce_sum(p * tf.log(p))


x = tf.placeholder(tf.float32, [None])
h = entropy(x)

with tf.Session() as sess:
    print(sess.run(h, {x: [0.5, 0.5]}))
