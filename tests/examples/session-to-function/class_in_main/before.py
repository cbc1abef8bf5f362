import tensorflow as tf


def add_layer(x, n_in, n_out):
    w = tf.Variable(tf.ones([n_in, n_out]))
    return tf.matmul(x, w)


def main():
    x = tf.placeholder(tf.float32, [None, 2])
    y = add_layer(add_layer(x, 2, 3), 3, 1)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(sess.run(y, {x: [[1.0, 2.0]]}))


main()
