"""A classifier whose accuracy, precision and mean loss run along with training, over batches of different sizes."""

import numpy as np
import tensorflow as tf

np.random.seed(11)
points = np.random.normal(size=(90, 2)).astype(np.float32)
kinds = (points[:, 0] * points[:, 1] > 0).astype(np.int64)

x = tf.placeholder(tf.float32, [None, 2], name="points")
kind = tf.placeholder(tf.int64, [None], name="kind")
w1 = tf.Variable(np.random.normal(0, 0.5, (2, 12)).astype(np.float32))
b1 = tf.Variable(tf.zeros([12]))
w2 = tf.Variable(np.random.normal(0, 0.5, (12, 2)).astype(np.float32))
scores = tf.matmul(tf.nn.relu(tf.matmul(x, w1) + b1), w2)
guess = tf.argmax(scores, axis=1)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=kind, logits=scores))

accuracy = tf.metrics.accuracy(kind, guess)[1]  # over all that was seen
_, precision = tf.metrics.precision(labels=kind, predictions=guess)
_, mean_loss = tf.metrics.mean(loss)
train = tf.train.GradientDescentOptimizer(0.3).minimize(loss)

init = tf.group(tf.global_variables_initializer(), tf.local_variables_initializer())
with tf.Session() as sess:
    sess.run(init)
    for step in range(24):
        size = 10 + step % 3 * 10
        chosen = np.arange(step * 7, step * 7 + size) % 90
        feed = {x: points[chosen], kind: kinds[chosen]}
        _, right, cost = sess.run([train, accuracy, mean_loss], feed_dict=feed)
        if step % 6 == 5:
            print(step, "accuracy %.4f loss %.4f" % (right, cost))
            print("precision %.4f" % sess.run(precision, feed_dict=feed))
