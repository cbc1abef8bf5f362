import numpy as np
import tensorflow as tf
from prep import noisy


def mixed(rows, size):
    order = np.random.permutation(len(rows))
    return rows[order[:size]]


def main():
    rows = np.random.uniform(-1, 1, (60, 2)).astype(np.float32)
    sizes = [2, 3]
    x = tf.placeholder(tf.float32, [None, sizes[0]])
    y = x * 2.0
    print(mixed(rows, sizes[1]))
    z = tf.reduce_sum(y, axis=1) * sizes[1] + rows.shape[1]
    with tf.Session() as sess:
        for step in range(2):
            batch = noisy(mixed(rows, 8), sizes)
            print(sess.run(z, {x: batch}))


main()
