import tensorflow as tf

with open('numbers.csv', 'w') as f:
    for i in range(6):
        f.write('%d,%d\n' % (i, i * i))


def read(queue):
    line = tf.TextLineReader().read(queue)[1]
    a, b = tf.decode_csv(line, [[0.0], [0.0]])
    return a + b


queue = tf.train.string_input_producer(['numbers.csv'], shuffle=False)
other = tf.train.string_input_producer(['numbers.csv'], shuffle=False)
total = read(queue) * 10 + read(other)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(coord=coord)
    for i in range(4):
        print(sess.run(total))
    coord.request_stop()
    coord.join(threads)
