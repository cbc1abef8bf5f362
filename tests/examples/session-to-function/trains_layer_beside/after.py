import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x_spec = tf.TensorSpec([None, 3], tf.float32)
shown_layer = tf.keras.layers.Dense(
    2,
    kernel_initializer=tf.keras.initializers.Constant(0.3),
    name="shown",
)
shown_layer.build([None, 3])
first = tf.Variable(tf.keras.initializers.Constant(0.5)([3, 2]), name="first")


def compute_loss(x):
    error = tf.reduce_mean(tf.square(tf.matmul(x, first)))
    return error + 0.1 * tf.add_n(
        [tf.nn.l2_loss(v) for v in [*(each.value for each in shown_layer.trainable_variables), first]]
    )


@tf.function(input_signature=[x_spec])
def loss_and_shown(x):
    loss = compute_loss(x)
    shown = shown_layer(x)
    return loss, shown


optimizer = tf.compat.v1.train.RMSPropOptimizer(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [*(each.value for each in shown_layer.trainable_variables), first]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


data_tensor = tf.constant(data, tf.float32)
for _ in range(3):
    train_step(data_tensor)
print([value.numpy() for value in loss_and_shown(data)])
