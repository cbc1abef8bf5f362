import numpy as np
import tensorflow as tf

rows, marks = np.random.rand(10, 2).astype(np.float32), np.arange(10)
row, mark = tf.train.slice_input_producer([rows, marks], shuffle=False)
xs, ys = tf.train.batch([row, mark], batch_size=3, num_threads=4)
total = tf.reduce_sum(xs) + tf.cast(tf.reduce_sum(ys), tf.float32)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(5):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
