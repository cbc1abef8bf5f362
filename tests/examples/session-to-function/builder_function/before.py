import tensorflow as tf


def square_distance(a, b):
    """A function that only computes stays a function."""
    return tf.reduce_sum(tf.square(a - b))


x = tf.placeholder(tf.float32, [2])
center = tf.Variable([1.0, 1.0])
distance = square_distance(x, center)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(distance, {x: [0.0, 3.0]}))
