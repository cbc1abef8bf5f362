"""What a loop feeds: arrays that stay, arrays that change in place, arrays of which that is not known."""
import random
from prepared import mixed

import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2)
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.int32, [None])
scale = tf.placeholder(tf.float32, [])
w = tf.Variable(tf.ones([3, 2]))
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w) * scale))
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

data, marks = rng.normal(size=(6, 3)), rng.randint(2, size=6)
factor = np.float32(1.5)
shuffled = rng.normal(size=(6, 3))
flipped = shuffled[::-1]
filled = np.zeros((6, 3))
other = rng.normal(size=(6, 3))
unused = rng.normal(size=(6, 3))
mixed_up = rng.normal(size=(6, 3))
view = np.asarray(unused)
rows = [[0.5, 1.0, 1.5]] * 6
history = []


def fill(value):
    filled[:] = value


sess = tf.Session()
sess.run(tf.global_variables_initializer())
for step in range(3):
    # steady: data, marks; the number needs no tensor
    _, cost = sess.run([train_op, loss], {x: data, y: marks, scale: factor})
    history.append(cost)
for step in range(2):
    print(sess.run(loss, {x: data, y: marks, scale: factor}))
    if step > 5:
        print(sess.run(loss, {x: unused, y: marks, scale: factor}))  # perhaps never fed at all
for epoch in range(2):
    noise = rng.normal(size=(6, 3))
    for step in range(2):
        print(sess.run(loss, {x: noise, y: marks, scale: factor}))
for step in range(2):
    print(sess.run(loss, {x: rows, y: marks, scale: factor}))
for step in range(2):
    np.random.shuffle(shuffled)
    print(sess.run(loss, {x: shuffled, y: marks, scale: factor}))
    print(sess.run(loss, {x: flipped, y: marks, scale: factor}))
for step in range(2):
    fill(step)
    print(sess.run(loss, {x: filled, y: marks, scale: factor}))
for step in range(2):
    other = other * 0.5
    print(sess.run(loss, {x: other, y: marks, scale: factor}))
for step in range(2):
    view += 1.0
    print(sess.run(loss, {x: data, y: marks, scale: factor}))
for step in range(2):
    mixed(mixed_up)  # an array that changes here may be another by another name, too
    print(sess.run(loss, {x: mixed_up, y: marks, scale: factor}))
