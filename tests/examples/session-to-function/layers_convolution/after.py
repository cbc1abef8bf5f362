import numpy as np
import tensorflow as tf

images_spec = tf.TensorSpec([None, 4, 4, 1], tf.float32)
# first block
conv1_layer = tf.keras.layers.Conv2D(
    2,
    3,
    padding="same",
    activation=tf.nn.relu,
    kernel_initializer=tf.keras.initializers.Ones(),
)
pool1_layer = tf.keras.layers.MaxPooling2D(2, 2)
flat_layer = tf.keras.layers.Flatten()
scores_layer = tf.keras.layers.Dense(3, kernel_initializer=tf.keras.initializers.Ones())


@tf.function(input_signature=[images_spec])
def scores(images):
    conv1 = conv1_layer(images)
    pool1 = pool1_layer(conv1)
    flat = flat_layer(pool1)
    return scores_layer(flat)


print(scores(np.ones([2, 4, 4, 1])).numpy())
