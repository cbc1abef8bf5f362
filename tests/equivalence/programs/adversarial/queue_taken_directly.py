import tensorflow as tf

for name in ('p.txt', 'q.txt'):
    with open(name, 'w') as f:
        f.write('%s 1\n%s 2\n%s 3\n' % (name, name, name))

filename_queue = tf.train.string_input_producer(['p.txt', 'q.txt'], num_epochs=2, shuffle=False)
reader = tf.TextLineReader()
_, value = reader.read(filename_queue)
length = tf.size(tf.string_split([value]).values)
with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(coord=coord, sess=sess)
    try:
        while not coord.should_stop():
            print(sess.run(length))
            print("%d %s" % tuple(sess.run([length, value])))
    except tf.errors.OutOfRangeError:
        print('end')
    finally:
        coord.request_stop()
        coord.join(threads)
