import tensorflow as tf


class ImageBatchNormalization(tf.keras.layers.BatchNormalization):
    """Batch normalization whose average follows the unbiased variance of images, as it did in TensorFlow 1."""

    def call(self, inputs, training=None, mask=None):
        kept = self.momentum * tf.convert_to_tensor(self.moving_variance)
        outputs = super().call(inputs, training=training, mask=mask)
        if training:
            count = tf.cast(tf.size(inputs) // inputs.shape[self.axis], kept.dtype)
            added = self.moving_variance - kept
            self.moving_variance.assign(kept + added * count / tf.maximum(count - 1.0, 1.0))
        return outputs


x_spec = tf.TensorSpec([None, 4, 4, 1], tf.float32)
h_layer = tf.keras.layers.Conv2D(2, 3)
h_batch_normalization = ImageBatchNormalization(momentum=0.9)


def compute_loss(x, training):
    h = h_batch_normalization(h_layer(x), training=training)
    return tf.reduce_mean(h)


@tf.function(input_signature=[x_spec])
def loss(x):
    return compute_loss(x, False)


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, True)
    variables = [*h_layer.trainable_variables, *h_batch_normalization.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[[[1.0]] * 4] * 4])
print(loss([[[[1.0]] * 4] * 4]).numpy())
