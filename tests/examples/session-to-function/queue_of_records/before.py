import tensorflow as tf


def decode(serialized):
    """An image and what it shows."""
    features = tf.parse_single_example(serialized, features={'image': tf.FixedLenFeature([], tf.string),
                                                             'label': tf.FixedLenFeature([], tf.int64)})
    image = tf.decode_raw(features['image'], tf.uint8)
    image.set_shape([4])
    return image, features['label']


def main(path, batch_size, max_steps):
    with tf.name_scope('input'):
        queue = tf.train.string_input_producer([path], num_epochs=3)
        _, serialized = tf.TFRecordReader().read(queue)
        image, label = decode(serialized)
        # from -1 to 1
        image = tf.cast(image, tf.float32) * (2. / 255) - 1
        images, labels = tf.train.shuffle_batch([image, tf.cast(label, tf.int32)], batch_size, capacity=1000,
                                                min_after_dequeue=200)
    logits = tf.layers.dense(images, 3)
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
    train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
    init = tf.group(tf.global_variables_initializer(), tf.local_variables_initializer())

    with tf.Session() as sess:
        sess.run(init)
        coord = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(sess=sess, coord=coord)
        step = 0
        try:
            while not coord.should_stop() and step < max_steps:
                _, value = sess.run([train, loss])
                print('%.4f' % value)
                step += 1
        except Exception as e:
            coord.request_stop(e)
        finally:
            coord.request_stop()
            coord.join(threads)


main('numbers.tfrecords', 4, 100)
