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


def rnn_step(cell, time, inputs, state, sequence_length):
    """One step of a cell. Past the end of a sequence its output is zero and its state stays as it is."""
    output, new_state = cell(inputs, state)
    if sequence_length is None:
        return output, new_state
    running = tf.expand_dims(time < sequence_length, 1)
    kept = tf.nest.map_structure(lambda new, old: tf.where(running, new, old), new_state, state)
    return tf.where(running, output, tf.zeros_like(output)), kept


def dynamic_rnn(cell, inputs, sequence_length=None, initial_state=None, time_major=False, scope="rnn"):
    """The outputs of a cell over time, and its last state."""
    cell.prepare(inputs.shape[-1], inputs.dtype, scope)
    inputs = inputs if time_major else tf.transpose(inputs, [1, 0, 2])
    steps = end = tf.shape(inputs)[0]
    if sequence_length is not None:
        sequence_length = tf.cast(sequence_length, tf.int32)
        end = tf.minimum(steps, tf.maximum(1, tf.reduce_max(sequence_length)))
    state = cell.zero_state(tf.shape(inputs)[1], inputs.dtype) if initial_state is None else initial_state
    slices = tf.TensorArray(inputs.dtype, steps).unstack(inputs)
    outputs = tf.TensorArray(inputs.dtype, steps, element_shape=[None, cell.output_size])

    def step(time, state, outputs):
        output, state = rnn_step(cell, time, slices.read(time), state, sequence_length)
        return time + 1, state, outputs.write(time, output)

    _, state, outputs = tf.while_loop(lambda time, *_: time < end, step, (0, state, outputs))
    outputs = tf.ensure_shape(outputs.stack(), [*inputs.shape[:2], cell.output_size])
    return outputs if time_major else tf.transpose(outputs, [1, 0, 2]), state


class Predict:
    """What the last output of a recurrent network says."""

    def __init__(self, size):
        # the cell
        self.cell = GRUCell(size)

    def __call__(self, x, weights, cell_type='gru'):
        outputs, _ = dynamic_rnn(self.cell, x, scope="reader/rnn")
        return tf.matmul(outputs[:, -1, :], weights)

    @property
    def trainable_variables(self):
        return [*self.cell.trainable_variables]
