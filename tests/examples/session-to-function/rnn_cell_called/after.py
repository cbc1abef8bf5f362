import tensorflow as tf


class RecurrentCell(tf.Module):
    """A cell that makes its variables when it first runs, under the names that they had in TensorFlow 1."""

    scope = None

    def __init__(self, label):
        super().__init__()
        self.label = label

    def prepare(self, input_size, dtype, scope):
        if self.scope is None:
            self.dtype, self.scope = dtype, scope
            with tf.init_scope():
                self.build(input_size)

    def variable(self, name, shape, initializer=None):
        initializer = tf.keras.initializers.GlorotUniform() if initializer is None else initializer.clone()
        full_name = f"{self.scope}/{self.label}/{name}".lstrip("/")
        return tf.Variable(initializer(shape, self.dtype), name=full_name)

    def zero_state(self, batch_size, dtype):
        return tf.nest.map_structure(lambda size: tf.zeros([batch_size, size], dtype), self.state_size)


class GRUCell(RecurrentCell):
    def __init__(self, num_units, activation=tf.tanh, kernel_initializer=None, name="gru_cell"):
        super().__init__(name)
        self.state_size = self.output_size = num_units
        self.activation, self.initializer = activation, kernel_initializer

    def build(self, input_size):
        size = self.output_size
        self.weights = [
            self.variable("gates/kernel", [input_size + size, 2 * size], self.initializer),
            self.variable("gates/bias", [2 * size], tf.keras.initializers.Ones()),
            self.variable("candidate/kernel", [input_size + size, size], self.initializer),
            self.variable("candidate/bias", [size], tf.keras.initializers.Zeros()),
        ]

    def __call__(self, inputs, state):
        gates_kernel, gates_bias, kernel, bias = self.weights
        gates = tf.sigmoid(tf.matmul(tf.concat([inputs, state], 1), gates_kernel) + gates_bias)
        r, u = tf.split(gates, 2, axis=1)
        candidate = tf.matmul(tf.concat([inputs, r * state], 1), kernel) + bias
        state = u * state + (1 - u) * self.activation(candidate)
        return state, state


def call_cell(cell, inputs, state, scope=""):
    """The output of a cell and its next state. The first call makes the variables of the cell, in this scope."""
    cell.prepare(inputs.shape[-1], inputs.dtype, scope)
    return cell(inputs, state)


x_spec = tf.TensorSpec([None, 3, 2], tf.float32)
cell = GRUCell(4)


@tf.function(input_signature=[x_spec])
def outputs(x):
    outputs, state = call_cell(cell, x[:, 0], cell.zero_state(1, tf.float32))
    return outputs


print(outputs([[[1.0, 2.0]] * 3]).numpy())
