"""Denoising autoencoder. The noise is drawn in the graph, the learning rate is fed and falls."""
import numpy as np
import tensorflow as tf

import datasets


def main():
    rng = np.random.RandomState(4)
    tf.set_random_seed(4)

    clean = tf.placeholder(tf.float32, [None, 48])
    level = tf.placeholder(tf.float32, [])  # how strong the noise is
    rate = tf.placeholder(tf.float32, [])

    with tf.variable_scope('encoder'):
        w1 = tf.get_variable('w', [48, 24], initializer=tf.random_normal_initializer(stddev=.2))
        b1 = tf.get_variable('b', [24], initializer=tf.zeros_initializer())
    with tf.variable_scope('decoder'):
        w2 = tf.get_variable('w', [24, 48], initializer=tf.random_normal_initializer(stddev=.2))
        b2 = tf.get_variable('b', [48], initializer=tf.zeros_initializer())

    noisy = clean + level * tf.random_normal(tf.shape(clean))
    code = tf.nn.sigmoid(tf.matmul(noisy, w1) + b1)
    restored = tf.matmul(code, w2) + b2
    loss = tf.reduce_mean(tf.square(restored - clean))
    train = tf.train.GradientDescentOptimizer(rate).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(120):
            _, cost = sess.run([train, loss], {clean: datasets.coins(50, rng), level: 0.1, rate: 2. / (1. + .01 * step)})
            if step % 40 == 0:
                print('step %d cost %.5f' % (step, cost))
        # no noise now
        print('without noise %.5f' % sess.run(loss, {clean: datasets.coins(50, rng), level: 0.}))


if __name__ == '__main__':
    main()
