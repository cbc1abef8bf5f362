import tensorflow as tf

queue = tf.train.string_input_producer(['a.csv'], shuffle=False)
reader = tf.TextLineReader()
_, first = reader.read(queue)
_, second = reader.read(queue)
total = tf.size(tf.string_split([first, second]).values)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
