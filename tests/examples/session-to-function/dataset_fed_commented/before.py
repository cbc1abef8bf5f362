import numpy as np
import tensorflow as tf


def main():
    rows = np.random.uniform(-1, 1, (60, 2)).astype(np.float32)

    # what the rows come in by
    points = tf.placeholder(tf.float32, [None, 2])  # in pairs

    data = tf.data.Dataset.from_tensor_slices(points).batch(8)
    iterator = data.make_initializable_iterator()
    x = iterator.get_next()
    most = tf.reduce_max(x)
    print(len(rows), np.sum(rows[:3], axis=1), np.dot(rows, 2))
    with tf.Session() as sess:
        sess.run(iterator.initializer,  # from the start
                 {points: rows})  # all of them
        print(sess.run(most))


main()
