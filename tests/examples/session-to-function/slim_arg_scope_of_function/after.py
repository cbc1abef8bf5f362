import numpy as np
import tensorflow as tf


class Small:
    def __init__(self):
        self.net = tf.keras.layers.Conv2D(
            4,
            3,
            kernel_regularizer=tf.keras.regularizers.L2(0.005),
            use_bias=False,
            padding="same",
            name="conv1",
        )
        self.batch_norm = tf.keras.layers.BatchNormalization(
            epsilon=0.01,
            scale=True,
            momentum=1.0,
            name="conv1_BatchNorm",
        )
        self.flatten = tf.keras.layers.Flatten()
        self.fully_connected = tf.keras.layers.Dense(
            3,
            kernel_regularizer=tf.keras.regularizers.L2(0.005),
            name="logits",
        )

    def __call__(self, inputs):
        net = tf.nn.relu(self.batch_norm(self.net(inputs), training=True))
        net = self.flatten(net)
        return self.fully_connected(net)

    @property
    def trainable_variables(self):
        return [
            *self.net.trainable_variables,
            *self.batch_norm.trainable_variables,
            *self.fully_connected.trainable_variables,
        ]

    @property
    def losses(self):
        return [*self.net.losses, *self.fully_connected.losses]


x_spec = tf.TensorSpec([None, 8, 8, 1], tf.float32)
labels_spec = tf.TensorSpec([None], tf.int64)
small = Small()
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, labels_spec])
def train_step(x, labels):
    with tf.GradientTape() as tape:
        logits = small(x)
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        total = tf.add_n([loss, *small.losses])
    variables = small.trainable_variables
    gradients = tape.gradient(total, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return total


train_step = train_step.get_concrete_function()


for _ in range(3):
    cost = train_step(np.ones((2, 8, 8, 1)), [0, 2]).numpy()
    print(cost)
