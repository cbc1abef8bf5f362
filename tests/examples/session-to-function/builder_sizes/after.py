import tensorflow as tf
import numpy as np

n_in = 4
hidden = 8


def weight_variable(name, shape):
    return tf.Variable(tf.keras.initializers.TruncatedNormal(stddev=0.1, seed=3)(shape), name="W_" + name)


def bias_variable(name, shape):
    initial = tf.constant(0.0, shape=shape, dtype=tf.float32)
    return tf.Variable(initial, name="b_" + name)


class FcLayer:
    """A dense layer."""

    def __init__(self, in_dim, num_units, name):
        # the width
        self.W = weight_variable(name, shape=[in_dim, num_units])
        self.b = bias_variable(name, [num_units])

    def __call__(self, x, use_relu=True):
        layer = tf.matmul(x, self.W)
        layer += self.b
        if use_relu:
            layer = tf.nn.relu(layer)
        return layer

    @property
    def trainable_variables(self):
        return [self.W, self.b]


x_spec = tf.TensorSpec([None, n_in], tf.float32)
y_spec = tf.TensorSpec([None, 2], tf.float32)
fc1_layer = FcLayer(n_in, hidden, "one")
out_layer = FcLayer(hidden, 2, "two")
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        fc1 = fc1_layer(x)
        out = out_layer(fc1, use_relu=False)
        loss = tf.reduce_mean(tf.square(out - y))
    variables = [*fc1_layer.trainable_variables, *out_layer.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for i in range(5):
    c = train_step(np.ones([3, 4]), np.ones([3, 2])).numpy()
print(c)
print(hidden)
