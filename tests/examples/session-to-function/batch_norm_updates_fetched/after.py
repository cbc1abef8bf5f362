import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
h_layer = tf.keras.layers.BatchNormalization()


def compute_loss(x, training):
    h = h_layer(x, training=training)
    return tf.reduce_mean(tf.square(h))


@tf.function(input_signature=[x_spec])
def loss(x):
    return compute_loss(x, False)


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, True)
    variables = h_layer.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0], [3.0, 4.0]])
print(loss([[1.0, 2.0]]).numpy())
