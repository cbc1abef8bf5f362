"""A classifier with dropout and noise, both switched by feeds that most runs leave at their defaults."""
from __future__ import print_function

import numpy as np
import tensorflow as tf

np.random.seed(7)
tf.set_random_seed(7)

n_features = 6
n_classes = 3
data = np.random.randn(120, n_features).astype(np.float32)
labels = np.argmax(data[:, :n_classes] + 0.3 * np.random.randn(120, n_classes), axis=1)

X = tf.placeholder(tf.float32, [None, n_features], name='X')
y = tf.placeholder(tf.int64, [None], name='y')
keep_prob = tf.placeholder_with_default(1.0, shape=(), name='keep_prob')
training = tf.placeholder_with_default(False, shape=(), name='training')

noisy = tf.cond(training, lambda: X + 0.1 * tf.random_normal(tf.shape(X)), lambda: X)
hidden = tf.layers.dense(noisy, 16, activation=tf.nn.relu, name='hidden')
hidden = tf.nn.dropout(hidden, keep_prob)
logits = tf.layers.dense(hidden, n_classes, name='logits')

xentropy = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits)
loss = tf.reduce_mean(xentropy, name='loss')
correct = tf.nn.in_top_k(logits, y, 1)
accuracy = tf.reduce_mean(tf.cast(correct, tf.float32))
train_op = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    tf.global_variables_initializer().run()
    for epoch in range(4):
        for start in range(0, 90, 30):
            feed = {X: data[start:start + 30], y: labels[start:start + 30]}
            feed[training] = True
            if epoch > 0:            # the first epoch goes without dropout
                feed[keep_prob] = 0.8
            sess.run(train_op, feed_dict=feed)
        acc_train = accuracy.eval(feed_dict={X: data[:90], y: labels[:90]})
        acc_val = accuracy.eval(feed_dict={X: data[90:], y: labels[90:]})
        print(epoch, 'Train accuracy: %.3f' % acc_train, 'Val accuracy: %.3f' % acc_val)
    print('loss with dropout %.4f' % sess.run(loss, {X: data[90:], y: labels[90:], keep_prob: 0.5}))
