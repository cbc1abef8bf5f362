import numpy as np
import tensorflow as tf

rows = np.random.rand(10, 2).astype(np.float32)
row, = tf.train.slice_input_producer([rows], shuffle=False)
double = row * 2
batch = tf.train.batch([double], 4)
total = tf.reduce_sum(batch) + tf.reduce_sum(double)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
