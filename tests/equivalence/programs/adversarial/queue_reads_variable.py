import numpy as np
import tensorflow as tf

scale = tf.Variable(2.0)
rows = np.arange(6, dtype=np.float32)
row, mark = tf.train.slice_input_producer([rows, rows], shuffle=False)
row = row * scale
xs, ys = tf.train.batch([row, mark], 2)
total = tf.reduce_sum(xs) + tf.reduce_sum(ys)
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(sess.run(total))
    print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
