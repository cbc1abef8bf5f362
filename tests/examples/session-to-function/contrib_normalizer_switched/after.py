import numpy as np
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


x_spec = tf.TensorSpec([None, 4], tf.float32)
labels_spec = tf.TensorSpec([None], tf.int64)
keep_spec = tf.TensorSpec(None, tf.float32)
hidden_layer = tf.keras.layers.Dense(6, use_bias=False, name="hidden")
hidden_batch_norm = ImageBatchNormalization(momentum=0.9, scale=False, name="hidden_BatchNorm")
hidden_dropout = tf.keras.layers.Dropout(rate=1 - 0.8)
logits_layer = tf.keras.layers.Dense(3, name="logits")


def compute_loss(x, labels, keep, is_training):
    hidden = tf.nn.elu(hidden_batch_norm(hidden_layer(x), training=is_training))
    hidden = hidden_dropout(hidden, training=is_training)
    hidden = tf.nn.dropout(hidden, rate=1 - keep)
    logits = logits_layer(hidden)
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))


@tf.function(input_signature=[x_spec, labels_spec, keep_spec])
def loss(x, labels, keep):
    return compute_loss(x, labels, keep, False)


loss = loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, labels_spec, keep_spec])
def train_step(x, labels, keep):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, labels, keep, True)
    variables = [
        *hidden_layer.trainable_variables,
        *hidden_batch_norm.trainable_variables,
        *logits_layer.trainable_variables,
    ]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


batch = np.arange(8.0).reshape(2, 4)
batch_tensor = tf.constant(batch, tf.float32)
for _ in range(3):
    train_step(batch_tensor, [0, 2], 0.9)
    print(loss(batch_tensor, [0, 2], 1.0).numpy())
