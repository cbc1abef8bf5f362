import tensorflow as tf


def first():
    x = tf.placeholder(tf.float32, [])
    y = x + 1.0
    with tf.Session() as sess:
        return sess.run(y, {x: 1.0})


def second(v):
    x = tf.placeholder(tf.float32, [])
    y = x * v
    with tf.Session() as sess:
        return sess.run(y, {x: 3.0})


print(first(), second(2.0))
