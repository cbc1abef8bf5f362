import numpy as np
import tensorflow as tf

config = 1.0


def score(rows, reuse=None):
    with tf.variable_scope("score", reuse=reuse):
        return tf.layers.dense(rows, 1) * config


rows = tf.placeholder(tf.float32, [None, 2])
out = score(rows)
config = 5.0
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for number in range(2):
        config += 1.0
        print(sess.run(out, {rows: np.ones((2, 2))}))
        print(sess.run(score(rows, reuse=True), {rows: np.ones((2, 2))}))
