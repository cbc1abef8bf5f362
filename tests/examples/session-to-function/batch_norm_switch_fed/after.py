import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
image_spec = tf.TensorSpec([None, 2, 2, 1], tf.float32)
h_layer = tf.keras.layers.BatchNormalization(momentum=1.0)
h_dropout = tf.keras.layers.Dropout(0.0)


def compute_h(x, training):
    h = h_layer(x, training=training)
    return h_dropout(h, training=training)


@tf.function(input_signature=[x_spec])
def h(x):
    return compute_h(x, False)


g_layer = tf.keras.layers.BatchNormalization(epsilon=0.01, momentum=1.0)


def compute_loss(x, image, training):
    h = compute_h(x, training)
    g = g_layer(image, training=training)
    return tf.reduce_mean(tf.square(h - 1.0)) + tf.reduce_mean(g * image)


@tf.function(input_signature=[x_spec, image_spec])
def loss(x, image):
    return compute_loss(x, image, False)


loss = loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, image_spec])
def train_step(x, image):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, image, True)
    variables = [*h_layer.trainable_variables, *g_layer.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


rows = np.random.RandomState(1).rand(6, 2)
images = np.random.RandomState(2).rand(6, 2, 2, 1)

rows_tensor = tf.constant(rows, tf.float32)
images_tensor = tf.constant(images, tf.float32)
for step in range(4):
    cost = train_step(rows_tensor, images_tensor).numpy()
    print("%.4f" % cost, "%.4f" % loss(rows_tensor, images_tensor).numpy())
print(np.round(h(rows[:2]).numpy(), 3))
