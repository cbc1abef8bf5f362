import numpy as np
import tensorflow as tf


class Network:
    def __init__(self):
        self.w = tf.Variable(tf.keras.initializers.Constant(np.arange(12.0).reshape(3, 4))([3, 4]), name="network/w")
        self.norm = tf.keras.layers.BatchNormalization(scale=True, momentum=1.0, name="network_norm")

    def __call__(self, x):
        h = tf.matmul(x, self.w)
        h = self.norm(h, training=True)
        return tf.nn.relu(h)

    @property
    def trainable_variables(self):
        return [self.w, *self.norm.trainable_variables]


x_spec = tf.TensorSpec([None, 3], tf.float32)
network = Network()
out_layer = tf.keras.layers.BatchNormalization(momentum=1.0)
fixed_layer = tf.keras.layers.BatchNormalization(epsilon=0.01, momentum=1.0)


@tf.function(input_signature=[x_spec])
def compute_fixed(x):
    return fixed_layer(network(x * x), training=False)


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        fixed = compute_fixed(x)
        h = network(x)
        out = out_layer(h[:, :3] * x, training=True)
        loss = tf.reduce_mean(tf.square(out - 1.0)) + tf.reduce_mean(fixed)
    variables = [
        *network.trainable_variables,
        *out_layer.trainable_variables,
        *fixed_layer.trainable_variables,
    ]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


data = np.random.RandomState(1).rand(5, 3)

data_tensor = tf.constant(data, tf.float32)
for step in range(5):
    cost = train_step(data_tensor).numpy()
    print("%.4f" % cost)
print(np.round(compute_fixed(data).numpy(), 3))
