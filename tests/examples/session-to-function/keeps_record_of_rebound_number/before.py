import numpy as np
import tensorflow as tf

rows, marks = np.random.rand(10, 2).astype(np.float32), np.arange(10)
row, mark = tf.train.slice_input_producer([rows, marks], shuffle=False)
scale = 2
row = row * scale
scale = 3
mark = mark * scale
xs, ys = tf.train.batch([row, mark], 4)
total = tf.reduce_sum(xs)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
