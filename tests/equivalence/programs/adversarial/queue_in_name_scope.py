import tensorflow as tf

with open('s.csv', 'w') as f:
    for i in range(10):
        f.write('%d,%d\n' % (i, i % 2))


def decode(line):
    """Both columns."""
    a, b = tf.decode_csv(line, [[0.0], [0]])
    return a, b


def main():
    max_steps = 6
    with tf.name_scope('input'):
        filename_queue = tf.train.string_input_producer(['s.csv'], name='files')
        reader = tf.TextLineReader(name='lines')
        _, line = reader.read(filename_queue)
        a, b = decode(line)
        a = a * 2
        a, b = tf.train.batch([a, b], batch_size=4)
    with tf.name_scope('model'):
        total = tf.reduce_sum(a) + tf.cast(tf.reduce_sum(b), tf.float32)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        coord = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(sess=sess, coord=coord)
        step = 0
        try:
            while not coord.should_stop() and step < max_steps:
                print('%.1f' % sess.run(total))
                step += 1
        except Exception as e:
            coord.request_stop(e)
        finally:
            coord.request_stop()
            coord.join(threads)


if __name__ == '__main__':
    main()
