"""Training of layers, of variables that small functions make, and of several optimizers, from the newest checkpoint."""

import os
import sys

import numpy as np
import tensorflow as tf

folder = sys.argv[1]
rng = np.random.RandomState(3)
rows = rng.uniform(-1, 1, (24, 6, 6, 2)).astype(np.float32)
truth = rng.randint(3, size=24)


def weights(shape):
    return tf.Variable(rng.normal(0, 0.3, shape).astype(np.float32))


def block(inputs, size, name):
    with tf.variable_scope(name):
        table = tf.get_variable("table", [12, size])
        return tf.layers.dense(tf.matmul(inputs, table), size, activation=tf.nn.tanh)


x = tf.placeholder(tf.float32, [None, 6, 6, 2])
y = tf.placeholder(tf.int32, [None])
conv = tf.layers.conv2d(x, 3, 3, activation=tf.nn.tanh)
flat = tf.layers.dense(tf.layers.flatten(conv), 12, tf.nn.tanh, name="flat")
inner = block(flat, 5, "block")
params = {"w": weights([5, 4]), "b": tf.Variable(tf.zeros([4]), name="b")}
hidden = tf.matmul(inner, params["w"]) + params["b"]
with tf.variable_scope("head"):
    w = tf.get_variable("w", [4, 3])
    b = tf.get_variable("b", [3], initializer=tf.zeros_initializer())
logits = tf.matmul(hidden, w) + b
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))
steps_done = tf.Variable(0, name="global_step", trainable=False)
first = None  # the optimizer
saver = tf.train.Saver(max_to_keep=4)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    newest = tf.train.latest_checkpoint(folder)
    if newest is not None:
        saver.restore(sess, newest)
        print("goes on after", sess.run(steps_done))
        saver.save(sess, os.path.join(folder, "copy"))
    for step in range(6):
        batch = slice(step % 3 * 8, step % 3 * 8 + 8)
        _, cost = sess.run([first, loss], {x: rows[batch], y: truth[batch]})
        print(step, f"{cost:.9f}")
        if step % 3 == 2:
            saver.save(sess, os.path.join(folder, "model"), global_step=steps_done)
    print(f"{sess.run(loss, {x: rows, y: truth}):.9f}")
