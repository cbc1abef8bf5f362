import numpy as np
import tensorflow as tf

BATCH = 4
path = 'numbers.tfrecords'
writer = tf.python_io.TFRecordWriter(path)
for i in range(10):
    image = np.full((2, 2), i, np.uint8)
    features = tf.train.Features(feature={
        'image_raw': tf.train.Feature(bytes_list=tf.train.BytesList(value=[image.tobytes()])),
        'label': tf.train.Feature(int64_list=tf.train.Int64List(value=[i % 3]))})
    writer.write(tf.train.Example(features=features).SerializeToString())
writer.close()

def main():
    filename_queue = tf.train.string_input_producer([path], num_epochs=3)
    reader = tf.TFRecordReader()
    _, serialized_example = reader.read(filename_queue)
    features = tf.parse_single_example(
        serialized_example,
        features={
            'image_raw': tf.FixedLenFeature([], tf.string),
            'label': tf.FixedLenFeature([], tf.int64),
        })
    image = tf.decode_raw(features['image_raw'], tf.uint8)
    image.set_shape([4])
    # scale to one
    image = tf.cast(image, tf.float32) * (1. / 255) - 0.5

    label = tf.cast(features['label'], tf.int32)
    images, labels = tf.train.batch([image, label], batch_size=BATCH, num_threads=1, capacity=1000, allow_smaller_final_batch=True)
    w = tf.get_variable('w', [4, 3], initializer=tf.zeros_initializer())
    logits = tf.matmul(images, w)
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
    train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
    init_op = tf.group(tf.global_variables_initializer(), tf.local_variables_initializer())
    with tf.Session() as sess:
        sess.run(init_op)
        coord = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(sess=sess, coord=coord)
        step = 0
        try:
            while not coord.should_stop():
                _, value = sess.run([train, loss])
                print('%.4f' % value)
                step += 1
        except tf.errors.OutOfRangeError:
            print('done training, %d steps' % step)
        finally:
            coord.request_stop()
        coord.join(threads)

main()
