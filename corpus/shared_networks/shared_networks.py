"""One network built twice over the same weights: with dropout to train it, without to judge it."""

from __future__ import print_function

import numpy as np
import tensorflow as tf

num_classes = 3
dropout = 0.25


# Create the network
def conv_net(x, n_classes, dropout, reuse, is_training):
    # Define a scope for reusing the variables
    with tf.variable_scope('ConvNet', reuse=reuse):
        # images come as rows of pixels
        x = tf.reshape(x, shape=[-1, 8, 8, 1])

        conv1 = tf.layers.conv2d(x, 6, 3, activation=tf.nn.relu)
        # Max pooling (down-sampling)
        conv1 = tf.layers.max_pooling2d(conv1, 2, 2)

        fc1 = tf.layers.flatten(conv1)
        fc1 = tf.layers.dense(fc1, 16)
        fc1 = tf.layers.dropout(fc1, rate=dropout, training=is_training)

        out = tf.layers.dense(fc1, n_classes)
        # only judging needs probabilities
        out = tf.nn.softmax(out) if not is_training else out
    return out


def main():
    rng = np.random.RandomState(5)
    images = rng.rand(64, 64).astype(np.float32)
    labels = np.eye(num_classes)[rng.randint(0, num_classes, 64)].astype(np.float32)

    X = tf.placeholder(tf.float32, [None, 64])
    Y = tf.placeholder(tf.float32, [None, num_classes])

    logits_train = conv_net(X, num_classes, dropout, reuse=False, is_training=True)
    logits_test = conv_net(X, num_classes, dropout, reuse=True, is_training=False)

    loss_op = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=logits_train, labels=Y))
    train_op = tf.train.AdamOptimizer(0.01).minimize(loss_op)
    correct = tf.equal(tf.argmax(logits_test, 1), tf.argmax(Y, 1))
    accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(20):
            batch = slice(step % 4 * 16, step % 4 * 16 + 16)
            sess.run(train_op, feed_dict={X: images[batch], Y: labels[batch]})
        print('probabilities', sess.run(logits_test, feed_dict={X: images[:2]}).shape)
        print('accuracy', sess.run(accuracy, feed_dict={X: images, Y: labels}) >= 0)


if __name__ == '__main__':
    main()
