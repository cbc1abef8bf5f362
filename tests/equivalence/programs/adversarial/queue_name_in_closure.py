import numpy as np
import tensorflow as tf


def own():
    return half


rows = np.arange(6, dtype=np.float32)
row, mark = tf.train.slice_input_producer([rows, rows], shuffle=False)
half = row / 2
xs, ys = tf.train.batch([half, mark], 2)
total = tf.reduce_sum(xs) + tf.reduce_sum(ys)
mine = own() * 0
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(sess.run(mine))
    coord.request_stop()
    coord.join(threads)
