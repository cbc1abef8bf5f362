import os
import tempfile

import numpy as np
import tensorflow as tf

folder = tempfile.mkdtemp()
x = tf.placeholder(tf.float32, [2])
w = tf.Variable([1.0, 2.0], name="w")
loss = tf.reduce_sum(tf.square(w * x - 1.0))
train_op = tf.train.AdamOptimizer(0.1).minimize(loss)
init = tf.global_variables_initializer()


def train(steps):
    saver = tf.train.Saver(max_to_keep=2)
    with tf.Session() as sess:
        sess.run(init)
        for step in range(steps):
            sess.run(train_op, feed_dict={x: [1.0, 1.5]})
            saver.save(sess, os.path.join(folder, "model"), step)
        show(sess.run(loss, {x: [1.0, 1.0]}))
        sess.run(train_op, feed_dict={x: [1.0, 1.5]})
        return sess.run(w)


def show(value):
    print(np.round(value, 3))


def evaluate(path):
    saver = tf.train.Saver()
    with tf.Session() as sess:
        saver.restore(sess, path)
        show(sess.run(loss, {x: [1.0, 1.0]}))
        sess.run(train_op, {x: [1.0, 1.5]})
        show(sess.run(w))


def main(_):
    show(train(3))
    state = tf.train.get_checkpoint_state(folder)
    for path in state.all_model_checkpoint_paths:
        evaluate(path)
    if state.model_checkpoint_path:
        evaluate(state.model_checkpoint_path)


if __name__ == "__main__":
    main(None)
