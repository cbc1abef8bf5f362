import numpy as np
import tensorflow as tf


def main():
    rows = np.arange(20, dtype=np.float32).reshape(10, 2)
    marks = np.arange(10)
    # one after the other
    row, mark = tf.train.slice_input_producer([rows, marks], num_epochs=2,
                                              shuffle=False)  # in order
    xs, ys = tf.train.batch([row, mark], batch_size=3, capacity=40, allow_smaller_final_batch=True)
    total = tf.reduce_sum(xs) + tf.cast(tf.reduce_sum(ys), tf.float32)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(tf.local_variables_initializer())
        coord = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(sess, coord)
        try:
            while not coord.should_stop():
                print(sess.run(total))
        except tf.errors.OutOfRangeError:
            print('all seen')
        finally:
            coord.request_stop()
        coord.join(threads)


main()
