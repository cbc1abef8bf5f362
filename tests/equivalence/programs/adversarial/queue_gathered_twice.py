import numpy as np
import tensorflow as tf

i = tf.train.range_input_producer(100, shuffle=False).dequeue()
first = tf.train.batch([i], 2)
second = tf.train.batch([i * 2], 2)
one, two = tf.reduce_sum(first), tf.reduce_sum(second)
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(sess.run(one) >= 1, sess.run(two) >= 1)
    coord.request_stop()
    coord.join(threads)
