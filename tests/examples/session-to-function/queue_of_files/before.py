import tensorflow as tf

queue = tf.train.string_input_producer(tf.train.match_filenames_once('*.dat'), num_epochs=1)
reader = tf.WholeFileReader()
name, content = reader.read(queue)
size = tf.size(tf.decode_raw(content, tf.uint8))
longest = tf.maximum(size, 10)

with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    try:
        while not coord.should_stop():
            print(sess.run([name, longest]))
    except tf.errors.OutOfRangeError:
        print('all read')
    finally:
        coord.request_stop()
    coord.join(threads)
