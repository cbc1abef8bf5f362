import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)
hidden_layer = tf.keras.layers.Dense(
    8,
    activation=tf.nn.relu,
    kernel_initializer=tf.keras.initializers.Ones(),
)
logits_layer = tf.keras.layers.Dense(
    units=2,
    kernel_initializer=tf.keras.initializers.Ones(),
    name="logits",
)
optimizer = tf.keras.optimizers.Adam(learning_rate=0.01, epsilon=1e-08)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        hidden = hidden_layer(x)
        logits = logits_layer(hidden)
        loss = tf.reduce_mean(tf.square(logits))
    variables = [*hidden_layer.trainable_variables, *logits_layer.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for _ in range(3):
    value = train_step([[1.0, 2.0, 3.0, 4.0]]).numpy()
    print(value)
