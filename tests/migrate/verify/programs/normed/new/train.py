import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
images = rng.rand(160, 8, 8, 1).astype(np.float32)
labels = rng.randint(0, 3, 160)

conv2d = tf.keras.layers.Conv2D(6, 3, padding="same")
batch_normalization = tf.keras.layers.BatchNormalization()
max_pooling2d = tf.keras.layers.MaxPooling2D(2, 2)
flatten = tf.keras.layers.Flatten()
dense = tf.keras.layers.Dense(3)
optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-8)
images_spec, labels_spec = tf.TensorSpec([None, 8, 8, 1], tf.float32), tf.TensorSpec([None], tf.int64)


def score(x, training):
    net = batch_normalization(conv2d(x), training=training)
    return dense(flatten(max_pooling2d(tf.nn.relu(net))))


def cross_entropy(y, logits):
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))


@tf.function(input_signature=[images_spec, labels_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = cross_entropy(y, score(x, True))
    layers = [conv2d, batch_normalization, dense]
    variables = [variable for layer in layers for variable in layer.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return loss


@tf.function(input_signature=[images_spec, labels_spec])
def evaluate(x, y):
    logits = score(x, False)
    return tf.argmax(logits, 1), cross_entropy(y, logits)


for i in range(8):
    value = train_step(images[20 * i : 20 * i + 20], labels[20 * i : 20 * i + 20]).numpy()
    print("loss", value)
print(evaluate(images, labels)[0].numpy().sum())
