import tensorflow as tf


class Scaled:
    """Inputs times weights, both scaled."""

    def __init__(self, factor, *, size=3):
        self.factor = factor
        factor = factor * 0.5
        self.weights = {
            "w": tf.Variable(tf.ones([2, size]) * factor, name="w"),  # the kernel
            "b": tf.Variable(tf.zeros([size]), trainable=True),
        }

    def __call__(self, inputs):
        factor = self.factor * 0.5
        # a second factor
        h = tf.matmul(inputs, self.weights["w"]) * factor

        return h + self.weights["b"]

    @property
    def trainable_variables(self):
        return [*self.weights.values()]


x_spec = tf.TensorSpec([None, 2], tf.float32)
y_scaled = Scaled(2.0)
z_scaled = Scaled(factor=4.0, size=1)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        y = y_scaled(x)
        z = z_scaled(y[:, :2])
        loss = tf.reduce_mean(z)
    variables = [*y_scaled.trainable_variables, *z_scaled.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return y


print([None, train_step([[1.0, 2.0]]).numpy()])
