#!/usr/bin/env python
"""Classify points of two spirals. Everything happens in main(), as scripts with flags do it."""
from __future__ import print_function

import argparse
import sys

import numpy as np
import tensorflow as tf

FLAGS = None


def spirals(count, rng):
    """Two spirals; label 0 or 1."""
    label = rng.randint(2, size=count)
    angle = np.sqrt(rng.rand(count)) * 2.5 * np.pi
    radius = (angle + 1.) * (2 * label - 1)
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return (points + rng.normal(scale=.3, size=points.shape)) / 8., label


def main(_):
    rng = np.random.RandomState(FLAGS.seed)
    tf.set_random_seed(FLAGS.seed)
    points, labels = spirals(2000, rng)
    test_points, test_labels = spirals(500, rng)

    # Create the model
    x = tf.placeholder(tf.float32, [None, 2], name='x-input')
    y_ = tf.placeholder(tf.int64, [None], name='y-input')

    with tf.name_scope('hidden'):
        w1 = tf.Variable(tf.truncated_normal([2, FLAGS.hidden], stddev=1.0))
        b1 = tf.Variable(tf.zeros([FLAGS.hidden]))
        h1 = tf.nn.relu(tf.matmul(x, w1) + b1)
    with tf.name_scope('hidden2'):
        w2 = tf.Variable(tf.truncated_normal([FLAGS.hidden, FLAGS.hidden], stddev=0.1))
        b2 = tf.Variable(tf.zeros([FLAGS.hidden]))
        h2 = tf.nn.relu(tf.matmul(h1, w2) + b2)
    with tf.name_scope('output'):
        w3 = tf.Variable(tf.truncated_normal([FLAGS.hidden, 2], stddev=0.1))
        b3 = tf.Variable(tf.zeros([2]))
        logits = tf.matmul(h2, w3) + b3

    with tf.name_scope('cross_entropy'):
        # softmax and cross entropy in one go, which is numerically stable
        cross_entropy = tf.losses.sparse_softmax_cross_entropy(labels=y_, logits=logits)

    with tf.name_scope('train'):
        train_step = tf.train.AdamOptimizer(FLAGS.learning_rate).minimize(cross_entropy)

    with tf.name_scope('accuracy'):
        correct_prediction = tf.equal(tf.argmax(logits, 1), y_)
        accuracy = tf.reduce_mean(tf.cast(correct_prediction, tf.float32))

    with tf.Session() as sess:
        tf.global_variables_initializer().run()
        for step in range(FLAGS.max_steps):
            rows = rng.randint(len(points), size=FLAGS.batch_size)
            if step % 10 == 0:  # report now and then
                acc = sess.run(accuracy, feed_dict={x: test_points, y_: test_labels})
                print('Accuracy at step %s: %.3f' % (step, acc))
            sess.run(train_step, feed_dict={x: points[rows], y_: labels[rows]})
        print('final loss %.4f' % sess.run(cross_entropy, feed_dict={x: test_points, y_: test_labels}))
    return 0


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--max_steps', type=int, default=150, help='Number of steps to run trainer.')
    parser.add_argument('--batch_size', type=int, default=128)
    parser.add_argument('--hidden', type=int, default=512, help='Units of the hidden layers.')
    parser.add_argument('--learning_rate', type=float, default=0.003, help='Initial learning rate')
    parser.add_argument('--seed', type=int, default=4)
    FLAGS = parser.parse_args()
    sys.exit(main(sys.argv))
