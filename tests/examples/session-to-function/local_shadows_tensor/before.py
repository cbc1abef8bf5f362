import tensorflow as tf

x = tf.placeholder(tf.float32, [])
y = x + 1.0


def show(y):
    # this y is a number
    x = 2 * y
    return x + y


with tf.Session() as sess:
    print(show(sess.run(y, {x: 1.0})))
