"""The optimizer is chosen inside of a function, under scopes, before other names that matter."""
import sys

import numpy as np
import tensorflow as tf


def main(kind):
    x = tf.placeholder(tf.float32, [None, 2])
    with tf.variable_scope('net'):
        w = tf.get_variable('w', [2, 1], initializer=tf.ones_initializer())
        out = tf.matmul(x, w)
    with tf.name_scope('train'):
        loss = tf.reduce_mean(tf.square(out - 1.0))
        rate = 0.1
        if kind == 'sgd':
            train = tf.train.GradientDescentOptimizer(learning_rate=rate).minimize(loss)
        elif kind == 'adam':
            train = tf.train.AdamOptimizer(learning_rate=rate).minimize(loss)
        else:
            sys.exit('no such optimizer')
    if kind == 'sgd':
        loss = loss + 1.0
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(3):
            _, value = sess.run([train, loss], {x: np.ones((2, 2))})
            print(kind, '%.4f' % value)


if __name__ == '__main__':
    main('adam')
