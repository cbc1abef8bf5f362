#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""
Ten signs, 12x12 pixels, one convolutional network.

Written for people who see their first graph: read the comments, they are the exercise.
"""
import numpy as np
import tensorflow as tf

import datasets

# ------------------------------------------------------------------ settings
batch_size = 40
keep = 0.6          # how many units survive dropout, in training
learning_rate = 1e-3

np.random.seed(3)
tf.set_random_seed(3)

images, labels = datasets.digits()
# the last 200 are for testing; the network never trains on them
train_images, test_images = images[:-200], images[-200:]
train_labels, test_labels = labels[:-200], labels[-200:]


# ------------------------------------------------------------------ the graph
# Nothing is computed here! We only describe what *can* be computed.

# Placeholders are the doors of the graph.
x = tf.placeholder(tf.float32, [None, 12, 12], name='images')   # None: any number of images
y_ = tf.placeholder(tf.float32, [None, 10], name='labels')
keep_prob = tf.placeholder(tf.float32, name='keep_prob')        # 1.0 = no dropout

# conv2d wants (image, row, column, channel)
x_image = tf.expand_dims(x, -1)

# First convolution: 8 features from each 3x3 patch.
h_conv1 = tf.layers.conv2d(x_image, 8, 3, padding='same', activation=tf.nn.relu, name='conv1')
h_pool1 = tf.layers.max_pooling2d(h_conv1, 2, 2)        # 12x12 -> 6x6

# Second convolution.
h_conv2 = tf.layers.conv2d(h_pool1, 16, 3, padding='same', activation=tf.nn.relu, name='conv2')
h_pool2 = tf.layers.max_pooling2d(h_conv2, 2, 2)        # 6x6 -> 3x3

# Now forget that it was a picture.
flat = tf.layers.flatten(h_pool2)
dense = tf.layers.dense(
    flat,
    64,                     # 64 is plenty
    activation=tf.nn.relu,  # (try tanh!)
    name='dense',
)
dropped = tf.nn.dropout(dense, keep_prob)
logits = tf.layers.dense(dropped, 10, name='logits')

# How wrong are we?
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(labels=y_, logits=logits))

# Adam finds its way mostly alone.
train_step = tf.train.AdamOptimizer(learning_rate).minimize(loss)

# And how often are we right?
correct = tf.equal(tf.argmax(logits, 1), tf.argmax(y_, 1))
accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))

# ------------------------------------------------------------------ the session
# A session is where it *happens*.
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())  # without this: an error about uninitialized values

    # two rounds over the data
    for epoch in range(2):
        for start in range(0, len(train_images), batch_size):
            stop = start + batch_size
            _, cost = sess.run(
                [train_step, loss],     # the first gives None
                feed_dict={
                    x: train_images[start:stop],
                    y_: train_labels[start:stop],
                    keep_prob: keep,    # dropout on
                })
        # end of the round: how good is it on new pictures?
        result = sess.run(accuracy, feed_dict={x: test_images, y_: test_labels, keep_prob: 1.0})
        print('round %d: loss %.3f, test accuracy %.3f' % (epoch, cost, result))

    guesses = sess.run(logits, feed_dict={x: test_images[:8], keep_prob: 1.0})
    print('guesses', np.argmax(guesses, axis=1))
    print('truth  ', np.argmax(test_labels[:8], axis=1))
# the session is closed here
