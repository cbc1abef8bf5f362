import tensorflow as tf

for name, rows in (('one.csv', range(5)), ('two.csv', range(5, 8))):
    with open(name, 'w') as f:
        f.write('a,b,label\n')
        for i in rows:
            f.write('%d,%d,%d\n' % (i, 2 * i, i % 3))

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
feature_batch, label_batch = tf.train.batch([features, label], batch_size=3)

w = tf.Variable(tf.ones([2, 1]))
score = tf.reduce_sum(tf.matmul(feature_batch, w)) + tf.cast(tf.reduce_sum(label_batch), tf.float32)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(coord=coord)
    for i in range(7):
        print(sess.run(score))
    coord.request_stop()
    coord.join(threads)
