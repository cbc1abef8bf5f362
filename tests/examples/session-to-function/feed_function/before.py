import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
y = tf.placeholder(tf.float32, [])
keep = tf.placeholder(tf.float32)
total = tf.reduce_sum(x) * y * keep
half = total / 2
rows = np.arange(6.0)


def feed_dict(train):
    """Make a feed dictionary."""
    if train:
        xs, ys = rows[:4], 2.0
        k = 0.5
    else:
        xs, ys = rows, 1.0
        k = 1.0
    return {x: xs, y: ys, keep: k}  # all that is needed


with tf.Session() as sess:
    for step in range(4):
        if step % 2 == 0:
            # how good it is
            print('at step', step, sess.run(total, feed_dict=feed_dict(False)))
        else:
            value, _ = sess.run([half, total], feed_dict=feed_dict(True))
            print(value)
    feed = feed_dict(True)
    feed[keep] = 3.0
    print(sess.run(total, feed), feed[x])
