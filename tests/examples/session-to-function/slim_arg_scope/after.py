import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 8, 8, 1], tf.float32)
labels_spec = tf.TensorSpec([None], tf.int64)
decay = 0.01

# everywhere
# Inside, nothing is padded.
net_layer = tf.keras.layers.Conv2D(
    4,
    3,
    activation=tf.nn.elu,
    kernel_regularizer=tf.keras.regularizers.L2(decay / 2),
    padding="VALID",
    name="inside_conv1",
)
net_max_pool2d = tf.keras.layers.MaxPooling2D(2, padding="SAME", strides=2, name="inside_MaxPool2D")
net_flatten = tf.keras.layers.Flatten()
logits_layer = tf.keras.layers.Dense(
    3,
    kernel_regularizer=tf.keras.regularizers.L2(decay / 2),
    name="logits",
)
# the end of the network

optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, labels_spec])
def train_step(x, labels):
    with tf.GradientTape() as tape:
        net = net_layer(x)
        net = net_max_pool2d(net)
        net = net_flatten(net)
        logits = logits_layer(net)

        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        total = tf.add_n([loss, *net_layer.losses, *logits_layer.losses])
    variables = [*net_layer.trainable_variables, *logits_layer.trainable_variables]
    gradients = tape.gradient(total, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return total


train_step = train_step.get_concrete_function()


for _ in range(3):
    cost = train_step(np.ones((2, 8, 8, 1)), [0, 2]).numpy()
    print(cost)
