import tensorflow as tf


class ImageBatchNormalization(tf.keras.layers.BatchNormalization):
    """Batch normalization whose average follows the unbiased variance of a batch, as it did in TensorFlow 1."""

    def call(self, inputs, training=None, mask=None):
        kept = self.momentum * tf.convert_to_tensor(self.moving_variance)
        outputs = super().call(inputs, training=training, mask=mask)
        if training and inputs.shape.rank in (2, 4):
            count = tf.cast(tf.size(inputs) // inputs.shape[self.axis], kept.dtype)
            added = self.moving_variance - kept
            self.moving_variance.assign(kept + added * count / tf.maximum(count - 1.0, 1.0))
        return outputs


x_spec = tf.TensorSpec([None, 2], tf.float32)
h_layer = ImageBatchNormalization(momentum=0.999, scale=False)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        h = h_layer(x, training=True)
        loss = tf.reduce_mean(h)
    variables = h_layer.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 2.0]])
