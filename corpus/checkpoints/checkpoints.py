"""Training goes on from the newest checkpoint of a folder, saves on the way, and ends with a look at the last one."""

import os
import sys
import tempfile

import numpy as np
import tensorflow as tf

folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
np.random.seed(5)
inputs = np.random.uniform(-1, 1, (60, 3)).astype(np.float32)
targets = (np.sin(inputs[:, :1]) + inputs[:, 1:2] * inputs[:, 2:] + 0.5).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
hidden_weights = tf.Variable(np.random.normal(0, 0.5, (3, 6)).astype(np.float32))
with tf.variable_scope("out"):
    weights = tf.get_variable("weights", initializer=tf.constant(np.random.normal(0, 0.5, (6, 1)).astype(np.float32)))
    bias = tf.get_variable("bias", [1], initializer=tf.constant_initializer(0.1))
steps_done = tf.Variable(0, name="steps_done", trainable=False)
guess = tf.matmul(tf.tanh(tf.matmul(x, hidden_weights)), weights) + bias
loss = tf.reduce_mean(tf.square(guess - y))
train = tf.train.AdamOptimizer(0.02).minimize(loss, global_step=steps_done)
saver = tf.train.Saver(max_to_keep=4)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    newest = tf.train.latest_checkpoint(folder)
    if newest is not None:
        saver.restore(sess, newest)
        print("goes on after", sess.run(steps_done))
        saver.save(sess, os.path.join(folder, "copy"), write_meta_graph=False)
    for step in range(12):
        batch = slice(step % 3 * 20, step % 3 * 20 + 20)
        _, cost = sess.run([train, loss], {x: inputs[batch], y: targets[batch]})
        if step % 4 == 3:
            print(step, "%.9f" % cost)
            saver.save(sess, os.path.join(folder, "model"), global_step=steps_done, write_meta_graph=False)
    print("%.9f" % sess.run(loss, {x: inputs, y: targets}))

with tf.Session() as sess:
    saver.restore(sess, tf.train.latest_checkpoint(folder))
    print(sess.run(steps_done))
    print("%.9f" % sess.run(loss, {x: inputs, y: targets}))
