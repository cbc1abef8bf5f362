import numpy as np
import tensorflow as tf

queue = tf.train.input_producer(np.arange(6), shuffle=False, num_epochs=1)
twice = queue.dequeue() * 2
size = queue.size()
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(sess.run(twice))
    print(sess.run(size) >= 0)
    coord.request_stop()
    coord.join(threads)
