import tensorflow as tf
import glob

for name in ('u.dat', 'v.dat'):
    with open(name, 'w') as f:
        f.write(name * 3)

names = sorted(glob.glob('[uv].dat'))
queue = tf.train.string_input_producer(names, shuffle=False)
key, content = tf.WholeFileReader().read(queue)
size = tf.size(tf.decode_raw(content, tf.uint8))
keys, sizes = tf.train.batch([key, size], 3)
raw_queue = tf.train.string_input_producer(tf.train.match_filenames_once('[uv].dat'), shuffle=False)
fixed = tf.FixedLengthRecordReader(record_bytes=2, header_bytes=1, footer_bytes=0)
pair = fixed.read(raw_queue)[1]
i = tf.train.range_input_producer(5, shuffle=False).dequeue()
twice = i * 2
again = i + 1
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(coord=coord)
    for step in range(4):
        print(*sess.run([keys, sizes]))
        print(sess.run(pair))
        print(*sess.run([twice, again]), sess.run(again))
    coord.request_stop()
    coord.join(threads)
