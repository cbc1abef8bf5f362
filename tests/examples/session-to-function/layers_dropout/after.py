import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)
h_layer = tf.keras.layers.Dense(4, kernel_initializer=tf.keras.initializers.Zeros())
h_dropout = tf.keras.layers.Dropout(rate=0.5)


def compute_out(x, is_training):
    h = h_layer(x)
    h = h_dropout(h, training=is_training)
    return tf.reduce_sum(h)


@tf.function(input_signature=[x_spec])
def out(x):
    return compute_out(x, False)


optimizer = tf.keras.optimizers.SGD(0.01)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        out = compute_out(x, True)
        loss = tf.square(out - 1.0)
    variables = h_layer.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[0.0, 0.0, 0.0]])
print(out([[0.0, 0.0, 0.0]]).numpy() >= 0.0)
