import tensorflow as tf

SIZE = 4


def read_and_decode(serialized):
    """One image."""
    # the reader
    features = tf.io.parse_single_example(serialized, features={
        'image': tf.io.FixedLenFeature([], tf.string),
        'label': tf.io.FixedLenFeature([], tf.int64)})
    image = tf.io.decode_raw(features['image'], tf.uint8)  # bytes
    image.set_shape([SIZE])
    return tf.cast(image, tf.float32) / 10.0, features['label']


queue = tf.data.Dataset.from_tensor_slices(['images.tfrecords']).repeat()
records = queue.flat_map(tf.data.TFRecordDataset).map(read_and_decode)
batches = iter(records.batch(4, drop_remainder=True))
images_spec, labels_spec = batches.element_spec
w = tf.Variable(tf.ones([SIZE, 3]))


@tf.function(input_signature=[images_spec, labels_spec])
def loss(images, labels):
    logits = tf.matmul(images, w)
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))


loss = loss.get_concrete_function()


for step in range(3):
    print(loss(*batches.get_next()).numpy())
