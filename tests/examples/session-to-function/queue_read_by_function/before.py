import tensorflow as tf

SIZE = 4


def read_and_decode(filename_queue):
    """One image."""
    # the reader
    reader = tf.TFRecordReader()
    _, serialized = reader.read(filename_queue)
    features = tf.parse_single_example(serialized, features={
        'image': tf.FixedLenFeature([], tf.string),
        'label': tf.FixedLenFeature([], tf.int64)})
    image = tf.decode_raw(features['image'], tf.uint8)  # bytes
    image.set_shape([SIZE])
    return tf.cast(image, tf.float32) / 10.0, features['label']


queue = tf.train.string_input_producer(['images.tfrecords'])
image, label = read_and_decode(queue)
images, labels = tf.train.batch([image, label], 4)
w = tf.Variable(tf.ones([SIZE, 3]))
logits = tf.matmul(images, w)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    for step in range(3):
        print(sess.run(loss))
    coord.request_stop()
    coord.join(threads)
