"""A small network that looks at itself: losses, hidden units and first inputs go to event files."""

import numpy as np
import tensorflow as tf

np.random.seed(3)
inputs = np.random.rand(64, 16).astype(np.float32)
labels = (inputs.sum(axis=1) > 8).astype(np.float32)[:, np.newaxis]

x = tf.placeholder(tf.float32, [None, 16], name="x")
y = tf.placeholder(tf.float32, [None, 1], name="y")

with tf.name_scope("hidden"):
    w1 = tf.Variable(np.random.normal(0, 0.3, [16, 8]).astype(np.float32), name="weights")
    hidden = tf.tanh(tf.matmul(x, w1))
    # how the answers of the hidden units are spread
    tf.summary.histogram("units", hidden)
with tf.name_scope("output"):
    w2 = tf.Variable(np.random.normal(0, 0.3, [8, 1]).astype(np.float32), name="weights")
    score = tf.matmul(hidden, w2)
with tf.name_scope("Loss"):
    loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=score, labels=y))
loss_summary = tf.summary.scalar("loss", loss)
right = tf.equal(score > 0.0, y > 0.5)
accuracy = tf.reduce_mean(tf.cast(right, tf.float32))
tf.summary.scalar("share of right answers", accuracy)
pictures = tf.summary.image("first inputs", tf.reshape(x, [-1, 4, 4, 1]), 2)

train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
merged = tf.summary.merge_all()
numbers = tf.summary.merge([loss_summary])

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    train_writer = tf.summary.FileWriter("logs/train")
    test_writer = tf.summary.FileWriter("logs/test")
    for step in range(30):
        batch = slice(32 * (step % 2), 32 * (step % 2) + 32)
        _, cost, summary = sess.run([train, loss, merged], {x: inputs[batch], y: labels[batch]})
        train_writer.add_summary(summary, step)
        if step % 10 == 0:
            test_writer.add_summary(sess.run(numbers, {x: inputs, y: labels}), global_step=step)
            test_writer.flush()
            print(step, "%.9f" % cost)
    train_writer.close()
    test_writer.close()
