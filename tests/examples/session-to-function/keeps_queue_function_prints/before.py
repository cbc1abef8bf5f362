import tensorflow as tf


def read(queue):
    _, line = tf.TextLineReader().read(queue)
    print(line)
    return tf.size(line)


queue = tf.train.string_input_producer(['a.csv'])
size = read(queue)
total = size + 1

with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
