import tensorflow as tf


def read(queue):
    _, line = tf.TextLineReader().read(queue)
    return tf.decode_csv(line, [[0.0]])[0]


queue = tf.train.string_input_producer(['a.csv'])
total = read(queue) + read(queue)

with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
