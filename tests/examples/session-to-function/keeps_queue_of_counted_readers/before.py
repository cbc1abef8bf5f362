import tensorflow as tf

queue = tf.train.string_input_producer(['a.csv'], num_epochs=1)
reader = tf.TextLineReader()
_, value = reader.read(queue)
total = tf.size(value)
seen = reader.num_records_produced()
with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(sess.run([total, seen]))
    coord.request_stop()
    coord.join(threads)
