import numpy as np
import tensorflow as tf

rows = np.random.rand(10, 2).astype(np.float32)
xs = tf.train.shuffle_batch([rows], batch_size=4, capacity=50, min_after_dequeue=10, enqueue_many=True)
total = tf.reduce_sum(xs)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
