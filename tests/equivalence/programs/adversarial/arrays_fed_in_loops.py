"""Arrays that loops feed: some stay, some change in place, by their own name, by another, or through what holds them."""
import operator

import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2)
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.int32, [None])
w = tf.Variable(tf.ones([3, 2]) * [[0.1, 0.2], [0.3, 0.1], [0.5, 0.2]])
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w)))
total = tf.reduce_sum(x)
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)


class DataSet:
    def __init__(self, rows):
        self.rows = rows

    def move(self):
        self.rows += 1.0


def fill(value):
    filled[:] = value


def stirred(rows):
    rows *= 2.0
    return rows


def made():
    return held


data, marks = rng.normal(size=(6, 3)), rng.randint(2, size=6)
shuffled = rng.randint(2, size=6)
whole = rng.normal(size=(6, 3))
window = whole[2:]
seen = np.asarray(window)
filled = np.zeros((6, 3))
first, second = whole[:2] * 1.0, whole[4:]
doubled, paired, listed, kept = (np.full((2, 3), each) for each in (1.0, 2.0, 3.0, 4.0))
pair = [np.copy(paired), marks]
inside = pair[0]
history = []
added = np.ones((2, 3))
history.append(added)
owned = np.ones((2, 3))
owner = DataSet(owned)
held = np.ones((2, 3))
given = made()
raised = np.ones((2, 3))
written = np.ones((2, 3))
lists = [[1.0, 2.0, 3.0]] * 2

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        print(sess.run([loss, train_op], {x: data, y: marks})[0])
    for step in range(2):
        seen += 1.0
        print(sess.run(total, {x: whole}), sess.run(total, {x: window}), sess.run(total, {x: second}))
    for step in range(2):
        print(sess.run(loss, {x: data, y: marks}), sess.run(total, {x: first}))
    for step in range(2):
        fill(step)
        print(sess.run(total, {x: filled}))
    for step in range(2):
        np.random.RandomState(step).shuffle(shuffled)
        print(sess.run(loss, {x: data, y: shuffled}))
    for step in range(2):
        for row in stirred(doubled):
            print(sess.run(total, {x: doubled}), row)
    for step in range(2):
        pair[0] += 1.0
        history[0] += 1.0
        print(sess.run(total, {x: inside}), sess.run(total, {x: added}))
    for step in range(2):
        owner.move()
        print(sess.run(total, {x: owned}))
    for step in range(2):
        made()[0] = step + 7.0
        print(sess.run(total, {x: held}), sess.run(total, {x: given}))
    for step in range(2):
        operator.iadd(raised, 1.0)
        np.add(written, 1.0, written)
        print(sess.run(total, {x: raised}), sess.run(total, {x: written}))
    for step in range(2):
        lists[0][0] += 1.0
        print(sess.run(total, {x: lists}))
    for epoch in range(2):
        part = data[epoch:]
        if epoch == 0:
            for step in range(2):
                print(sess.run(total, {x: part}))
        else:
            for step in range(2):
                print(sess.run(total, {x: part}))
    for epoch in range(2):
        rest = kept[epoch:]
        for step in range(2):
            print(sess.run(total, {x: rest}))
        rest[0] = 7.0
