import numpy as np
import tensorflow as tf


def score(rows, units, reuse=None):
    with tf.variable_scope("score", reuse=reuse):
        return tf.layers.dense(rows, units)


rows = tf.placeholder(tf.float32, [None, 2])
out = score(rows, 1)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for number in range(2):
        print(sess.run(out, {rows: np.ones((2, 2))}))
        try:
            print(sess.run(tf.layers.dense(rows, 2), {rows: np.ones((2, 2))}))
        except tf.errors.FailedPreconditionError:
            print("not initialized")
