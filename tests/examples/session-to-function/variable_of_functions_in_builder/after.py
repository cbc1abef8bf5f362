import tensorflow as tf


def variable(name, shape, initializer):
    with tf.device("/cpu:0"):
        return tf.Variable(initializer(shape), name=name)


def weights(name, shape, stddev):
    return variable(name, shape, tf.keras.initializers.TruncatedNormal(stddev=stddev))


class Layer:
    def __init__(self, size, scope):
        self.w = weights(f"{scope}/w", [2, size], 0.1)
        self.b = variable(f"{scope}/b", [size], tf.keras.initializers.Zeros())

    def __call__(self, inputs):
        return tf.matmul(inputs, self.w) + self.b

    @property
    def trainable_variables(self):
        return [self.w, self.b]


x_spec = tf.TensorSpec([None, 2], tf.float32)
first_layer = Layer(3, "first")
second_layer = Layer(3, "second")


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    first = first_layer(x)
    second = second_layer(x)
    again = first_layer(x * 2.0)
    return tf.reduce_mean(tf.square(first - second - again))


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [*first_layer.trainable_variables, *second_layer.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0]])
print(compute_loss([[1.0, 2.0]]).numpy())
