import numpy as np
import tensorflow as tf

rows = np.arange(12, dtype=np.float32).reshape(6, 2)
marks = list(range(6))

queue = tf.train.slice_input_producer([rows, marks], shuffle=False, num_epochs=2)
row = queue[0] / 2
mark = tf.one_hot(queue[1], 6)
xs, ys = tf.train.batch([row, mark], 4)
row2, mark2 = tf.train.slice_input_producer([rows, marks], shuffle=False)
xs2, ys2 = tf.train.batch([row2 * 2, mark2], batch_size=2)
total = tf.reduce_sum(xs) + tf.reduce_sum(ys)
other = tf.reduce_sum(xs2) + tf.cast(tf.reduce_sum(ys2), tf.float32)
with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    coord = tf.train.Coordinator()
    tf.train.start_queue_runners(sess, coord)
    for step in range(3):
        if coord.should_stop():
            break
        print(sess.run(total), *(sess.run([total, other]) if step < 0 else [sess.run(other)]))
    coord.request_stop()
