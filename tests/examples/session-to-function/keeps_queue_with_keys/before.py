import tensorflow as tf

queue = tf.train.string_input_producer(['a.csv'], shuffle=False)
key, value = tf.TextLineReader().read(queue)
total = tf.string_join([key, value], ' ')
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
