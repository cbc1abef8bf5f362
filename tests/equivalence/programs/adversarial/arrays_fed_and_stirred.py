"""Arrays that loops feed: some stay, some change in place, by their own name, by another, or through a function."""
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2)
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.int32, [None])
w = tf.Variable(tf.ones([3, 2]) * [[0.1, 0.2], [0.3, 0.1], [0.5, 0.2]])
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w)))
total = tf.reduce_sum(x)
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

data, marks = rng.normal(size=(6, 3)), rng.randint(2, size=6)
window = data[2:]
seen = np.asarray(window)
filled = np.zeros((6, 3))


def fill(value):
    filled[:] = value


def stirred(rows):
    rows *= 2.0
    return rows


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        print(sess.run([loss, train_op], {x: data, y: marks})[0])
    for step in range(2):
        seen += 1.0
        print(sess.run(total, {x: data}), sess.run(total, {x: window}))
    for step in range(2):
        print(sess.run(loss, {x: data, y: marks}))
    for step in range(2):
        fill(step)
        print(sess.run(total, {x: filled}))
    for step in range(2):
        np.random.RandomState(step).shuffle(marks)
        print(sess.run(loss, {x: data, y: marks}))
    for step in range(2):
        changed = stirred(data)
        print(sess.run(total, {x: changed}), sess.run(total, {x: window}))
    for epoch in range(2):
        part = data[epoch:]
        for step in range(2):
            print(sess.run(total, {x: part}))
        part[0] = 7.0
