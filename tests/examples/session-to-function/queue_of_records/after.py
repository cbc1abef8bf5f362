import tensorflow as tf


def decode(serialized):
    """An image and what it shows."""
    features = tf.io.parse_single_example(serialized, features={'image': tf.io.FixedLenFeature([], tf.string),
                                                             'label': tf.io.FixedLenFeature([], tf.int64)})
    image = tf.io.decode_raw(features['image'], tf.uint8)
    image.set_shape([4])
    return image, features['label']


def main(path, batch_size, max_steps):
    queue = tf.data.Dataset.from_tensor_slices([path]).repeat(3)
    records = queue.flat_map(tf.data.TFRecordDataset)

    def parse_record(serialized):
        image, label = decode(serialized)
        # from -1 to 1
        image = tf.cast(image, tf.float32) * (2. / 255) - 1
        return image, tf.cast(label, tf.int32)

    batches = iter(records.map(parse_record).shuffle(1000).batch(batch_size, drop_remainder=True))
    images_spec, labels_spec = batches.element_spec
    logits_layer = tf.keras.layers.Dense(3, dtype=images_spec.dtype)
    optimizer = tf.keras.optimizers.SGD(0.5)

    @tf.function(input_signature=[images_spec, labels_spec])
    def train_step(images, labels):
        with tf.GradientTape() as tape:
            logits = logits_layer(images)
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        variables = logits_layer.trainable_variables
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(gradients, variables))
        return loss

    train_step = train_step.get_concrete_function()

    step = 0
    try:
        while step < max_steps:
            value = train_step(*batches.get_next()).numpy()
            print('%.4f' % value)
            step += 1
    except tf.errors.OutOfRangeError:
        pass


main('numbers.tfrecords', 4, 100)
