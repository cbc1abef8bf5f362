import numpy as np
import tensorflow as tf

queue = tf.FIFOQueue(10, [tf.float32], [[]])
enqueue = queue.enqueue_many([np.arange(5, dtype=np.float32)])
tf.train.add_queue_runner(tf.train.QueueRunner(queue, [enqueue] * 2))
total = queue.dequeue() * 2
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
