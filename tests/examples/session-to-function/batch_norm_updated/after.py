import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
h_layer = tf.keras.layers.BatchNormalization()
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
