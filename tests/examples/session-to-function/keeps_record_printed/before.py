import numpy as np
import tensorflow as tf

rows, marks = np.random.rand(10, 2).astype(np.float32), np.arange(10)
row, mark = tf.train.slice_input_producer([rows, marks], shuffle=False)
row = row * 2
print(row)
rows, marks = tf.train.batch([row, mark], 4)
total = tf.reduce_sum(rows)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
