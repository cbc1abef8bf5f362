import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 8, 8, 1], tf.float32)
labels_spec = tf.TensorSpec([None], tf.int64)

# Two convolutions; the second one has no bias.
net_layer = tf.keras.layers.Conv2D(4, 3, padding="same", activation=tf.nn.relu, name="conv1")
net_max_pool2d = tf.keras.layers.MaxPooling2D(2, strides=2)
net_conv = tf.keras.layers.Conv2D(4, [3, 3], strides=2, padding="VALID", use_bias=False)
net_flatten = tf.keras.layers.Flatten()
hidden_layer = tf.keras.layers.Dense(
    6,
    kernel_regularizer=tf.keras.regularizers.L2(0.005),
    activation=tf.nn.relu,
)
logits_layer = tf.keras.layers.Dense(3, name="logits")
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, labels_spec])
def train_step(x, labels):
    with tf.GradientTape() as tape:
        net = net_layer(x)
        net = net_max_pool2d(net)
        net = net_conv(net)
        net = net_flatten(net)
        hidden = hidden_layer(net)
        logits = logits_layer(hidden)
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        total = tf.add_n([loss, *hidden_layer.losses])
    variables = [
        *net_layer.trainable_variables,
        *net_conv.trainable_variables,
        *hidden_layer.trainable_variables,
        *logits_layer.trainable_variables,
    ]
    gradients = tape.gradient(total, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return total


train_step = train_step.get_concrete_function()


for _ in range(3):
    cost = train_step(np.ones((2, 8, 8, 1)), [0, 2]).numpy()
    print(cost)
