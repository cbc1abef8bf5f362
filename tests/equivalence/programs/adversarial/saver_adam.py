import os
import tempfile

import numpy as np
import tensorflow as tf

folder = tempfile.mkdtemp()
xs = np.linspace(-1, 1, 12).reshape(4, 3).astype(np.float32)
ys = xs.sum(1, keepdims=True) ** 2 + 1.0
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
weights = {"h": tf.Variable(np.full((3, 2), 0.3, np.float32)), "out": tf.Variable(np.full((2, 1), -0.2, np.float32))}
with tf.variable_scope("head"):
    bias = tf.get_variable("bias", [1], initializer=tf.zeros_initializer())
guess = tf.matmul(tf.tanh(tf.matmul(x, weights["h"])), weights["out"]) + bias
loss = tf.reduce_mean(tf.square(guess - y))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
saver = tf.train.Saver(max_to_keep=2)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        sess.run(train, {x: xs, y: ys})
        print(os.path.basename(saver.save(sess, os.path.join(folder, "model"), global_step=step, write_meta_graph=False)))
    print(sorted(os.listdir(folder)))
    path = tf.train.latest_checkpoint(folder)
    print(os.path.basename(path), [os.path.basename(p) for p in tf.train.get_checkpoint_state(folder).all_model_checkpoint_paths])
    for step in range(3):
        sess.run(train, {x: xs, y: ys})
    print("%.9f" % sess.run(loss, {x: xs, y: ys}))
    saver.restore(sess, os.path.join(folder, "model-2"))
    print("%.9f" % sess.run(loss, {x: xs, y: ys}))
    for step in range(3):
        sess.run(train, {x: xs, y: ys})
    print("%.9f" % sess.run(loss, {x: xs, y: ys}))

for name, shape in tf.train.list_variables(path):
    print(name, shape, "%.9f" % np.abs(tf.train.load_variable(path, name)).sum())

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    saver.restore(sess, path)
    print("%.9f" % sess.run(loss, {x: xs, y: ys}))
    sess.run(train, {x: xs, y: ys})
    print("%.9f" % sess.run(loss, {x: xs, y: ys}))
