import numpy as np
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


class BasicRNNCell(RecurrentCell):
    def __init__(self, num_units, activation=tf.tanh, name="basic_rnn_cell"):
        super().__init__(name)
        self.state_size = self.output_size = num_units
        self.activation = activation

    def build(self, input_size):
        kernel = self.variable("kernel", [input_size + self.output_size, self.output_size])
        self.weights = [kernel, self.variable("bias", [self.output_size], tf.keras.initializers.Zeros())]

    def __call__(self, inputs, state):
        kernel, bias = self.weights
        output = self.activation(tf.matmul(tf.concat([inputs, state], 1), kernel) + bias)
        return output, output


def rnn_step(cell, time, inputs, state, sequence_length):
    """One step of a cell. Past the end of a sequence its output is zero and its state stays as it is."""
    output, new_state = cell(inputs, state)
    if sequence_length is None:
        return output, new_state
    running = tf.expand_dims(time < sequence_length, 1)
    kept = tf.nest.map_structure(lambda new, old: tf.where(running, new, old), new_state, state)
    return tf.where(running, output, tf.zeros_like(output)), kept


def static_rnn(cell, inputs, initial_state=None, sequence_length=None, scope="rnn"):
    """The outputs of a cell for a list of inputs, and its last state."""
    cell.prepare(inputs[0].shape[-1], inputs[0].dtype, scope)
    state = cell.zero_state(tf.shape(inputs[0])[0], inputs[0].dtype) if initial_state is None else initial_state
    sequence_length = None if sequence_length is None else tf.cast(sequence_length, tf.int32)
    outputs = []
    for time, each in enumerate(inputs):
        output, state = rnn_step(cell, time, each, state, sequence_length)
        outputs.append(output)
    return outputs, state


def static_bidirectional_rnn(
    cell_fw, cell_bw, inputs, initial_state_fw=None, initial_state_bw=None, sequence_length=None,
    scope="bidirectional_rnn",
):
    """A cell that runs forwards and another that runs backwards: the joined outputs, both last states."""

    def reverse(values):
        if sequence_length is None:
            return values[::-1]
        return tf.unstack(tf.reverse_sequence(tf.stack(values), sequence_length, seq_axis=0, batch_axis=1))

    outputs_fw, state_fw = static_rnn(cell_fw, inputs, initial_state_fw, sequence_length, f"{scope}/fw")
    outputs_bw, state_bw = static_rnn(cell_bw, reverse(inputs), initial_state_bw, sequence_length, f"{scope}/bw")
    outputs = [tf.concat([fw, bw], 1) for fw, bw in zip(outputs_fw, reverse(outputs_bw))]
    return outputs, state_fw, state_bw


hidden = 3
x_spec = tf.TensorSpec([None, 4, 2], tf.float32)


def encode(values):
    # one tensor for each step
    values = tf.unstack(values, 4, 1)

    outputs, _, _ = static_bidirectional_rnn(forward, backward, values)
    return outputs[-1]


# the two directions
forward = BasicRNNCell(hidden)
backward = BasicRNNCell(hidden)  # starts at the end


@tf.function(input_signature=[x_spec])
def compute_code(x):
    return encode(x)


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        code = compute_code(x)
        loss = tf.reduce_sum(tf.square(code))
    variables = [*forward.trainable_variables, *backward.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step(np.ones([1, 4, 2]))
print(compute_code(np.ones([1, 4, 2])).numpy().shape)
