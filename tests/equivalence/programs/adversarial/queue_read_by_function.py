import numpy as np
import tensorflow as tf

SIZE = 4
writer = tf.python_io.TFRecordWriter('images.tfrecords')
for i in range(10):
    features = tf.train.Features(feature={
        'image': tf.train.Feature(bytes_list=tf.train.BytesList(value=[np.full(SIZE, i, np.uint8).tobytes()])),
        'label': tf.train.Feature(int64_list=tf.train.Int64List(value=[i % 3]))})
    writer.write(tf.train.Example(features=features).SerializeToString())
writer.close()


def read_and_decode(filename_queue):
    """One image."""
    # the reader
    reader = tf.TFRecordReader()
    _, serialized = reader.read(filename_queue)
    features = tf.parse_single_example(serialized, features={
        'image': tf.FixedLenFeature([], tf.string),
        'label': tf.FixedLenFeature([], tf.int64)})
    image = tf.decode_raw(features['image'], tf.uint8)
    image.set_shape([SIZE])
    image = tf.cast(image, tf.float32) / 10.0
    return image, tf.cast(features['label'], tf.int32)


def first_word(queue):
    line = tf.TextLineReader(skip_header_lines=1).read(queue)[1]
    return tf.string_split([line]).values[0]


with open('words.txt', 'w') as f:
    f.write('header\none two\nthree four\n')

queue = tf.train.string_input_producer(['images.tfrecords'], num_epochs=2)
image, label = read_and_decode(queue)
images, labels = tf.train.batch([image, label], 4, allow_smaller_final_batch=True)
word = first_word(tf.train.string_input_producer(['words.txt']))
shown = tf.string_join([word, '!'])
w = tf.Variable(tf.ones([SIZE, 3]))
logits = tf.matmul(images, w)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(sess.run(shown))
    try:
        while not coord.should_stop():
            print('%.4f' % sess.run([train, loss])[1])
    except tf.errors.OutOfRangeError:
        print('end', sess.run(shown))
    finally:
        coord.request_stop()
        coord.join(threads)
