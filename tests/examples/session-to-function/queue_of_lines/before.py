import tensorflow as tf

# names of the files
filename_queue = tf.train.string_input_producer(['one.csv', 'two.csv'], shuffle=False)
# reads line by line
reader = tf.TextLineReader(skip_header_lines=1)
key, value = reader.read(filename_queue)

# default values, in case of empty columns
record_defaults = [[0.0], [0.0], [0]]
a, b, label = tf.decode_csv(value, record_defaults=record_defaults)
features = tf.stack([a, b])  # both

# gather
features, label = tf.train.batch([features, label], batch_size=3)
w = tf.Variable(tf.ones([2, 1]))
score = tf.reduce_sum(tf.matmul(features, w)) + tf.cast(tf.reduce_sum(label), tf.float32)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(coord=coord)
    for i in range(7):
        if coord.should_stop():
            break
        print(sess.run(score))
    coord.request_stop()
    coord.join(threads)
