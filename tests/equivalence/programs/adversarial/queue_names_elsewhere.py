import numpy as np
import tensorflow as tf


def show(row, mark):
    value = [row, mark]
    return value


word = 'before'
half = len(word) * 2
print(word, half)
values = [0.5, 1.5, 2.5, 3.5, 4.5]
words = ['a', 'bc', 'def', 'g', 'h']
row, mark, word = tf.train.slice_input_producer([values, [1, 2, 3, 4, 5], words], shuffle=False)
half = row / 2
length = tf.size(tf.string_split([word], '').values)
rows, marks, lengths = tf.train.batch([half + tf.cast(mark, tf.float32), mark, length], batch_size=2)
total = tf.reduce_sum(rows) + tf.cast(tf.reduce_sum(marks * lengths), tf.float32)
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for number in range(4):
        print(number, "%.2f" % sess.run(total), sess.run(marks), len(show(1, 2)))
    coord.request_stop()
    coord.join(threads)
