import numpy as np
import tensorflow as tf

ACTIVATIONS = {"relu": tf.nn.relu, "tanh": tf.nn.tanh}


class Dense:
    def __init__(self, x_size, units, name):
        self.w = tf.Variable(tf.ones([x_size, units]), name=f"{name}/w")

    def __call__(self, x, activation=None, scale=None):
        out = tf.matmul(x, self.w)
        if scale:
            out = out * scale
        return activation(out) if activation is not None else out

    @property
    def trainable_variables(self):
        return [self.w]


class Network:
    def __init__(self, x_size):
        self.h1 = Dense(x_size, 6, "h1")
        self.h2 = Dense(6, name="h2", units=5)
        self.h3 = Dense(5, 4, "h3")
        self.dense = Dense(4, 1, "out")

    def __call__(self, x):
        h1 = self.h1(x, tf.nn.sigmoid)
        h2 = self.h2(h1, activation=ACTIVATIONS["tanh"])
        h3 = self.h3(h2, lambda t: tf.maximum(t, 0.2 * t), 0.5)
        return self.dense(h3)

    @property
    def trainable_variables(self):
        return [
            *self.h1.trainable_variables,
            *self.h2.trainable_variables,
            *self.h3.trainable_variables,
            *self.dense.trainable_variables,
        ]


a_spec = tf.TensorSpec([None, 5], tf.float32)
b_spec = tf.TensorSpec([None, 5], tf.float32)
network = Network(5)
optimizer = tf.keras.optimizers.SGD(0.5)


@tf.function(input_signature=[a_spec, b_spec])
def train_step(a, b):
    with tf.GradientTape() as tape:
        first = network(a)
        second = network(b)
        margin = tf.reduce_mean(tf.maximum(0.0, 1.0 - first + second))
    variables = network.trainable_variables
    gradients = tape.gradient(margin, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return margin


train_step = train_step.get_concrete_function()


for step in range(4):
    found = train_step(np.ones([2, 5]), np.zeros([2, 5])).numpy()
    print(found)
