import os
import tempfile

import numpy as np
import tensorflow as tf

folder = tempfile.mkdtemp()
path = os.path.join(folder, "model")
x = tf.placeholder(tf.float32, [2])
fixed = tf.Variable(np.arange(2, dtype=np.float32), name="fixed")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(fixed * x, {x: [1.0, 2.0]}))
w = tf.Variable([1.0, 2.0], name="w")
loss = tf.reduce_sum(tf.square(w * x - 1.0))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
saver = tf.train.Saver()
late = tf.Variable(tf.ones([2]), name="late")
grow = tf.assign_add(late, x)


def show():
    print(np.round(sess.run(loss, {x: [1.0, 1.0]}), 3))


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        sess.run(train, {x: [1.0, 1.5]})
        if step % 2:
            saver.save(sess, path, global_step=step)
    show()
    sess.run(train, {x: [1.0, 1.5]})
    show()
with tf.Session() as sess:
    # it goes on from the file, and not from where the session before ended
    found = tf.train.get_checkpoint_state(folder)
    if found and found.model_checkpoint_path:
        saver.restore(sess, found.model_checkpoint_path)
        show()
    sess.run(train, {x: [1.0, 1.5]})
    show()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(late))
    sess.run(grow, {x: [1.0, 3.0]})
    print(sess.run(late))
with tf.Session() as sess:
    sess.run(fixed.initializer)
    saver.restore(sess, path + "-1")
    show()
