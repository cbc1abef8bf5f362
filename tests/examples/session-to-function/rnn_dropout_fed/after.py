import numpy as np
import tensorflow as tf
import collections


LSTMStateTuple = collections.namedtuple("LSTMStateTuple", ["c", "h"])


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


class MultiRNNCell(RecurrentCell):
    """Cells one above the other, each with its own state."""

    def __init__(self, cells):
        super().__init__("multi_rnn_cell")
        self.cells = list(cells)

    @property
    def state_size(self):
        return tuple(cell.state_size for cell in self.cells)

    @property
    def output_size(self):
        return self.cells[-1].output_size

    def build(self, input_size):
        for number, cell in enumerate(self.cells):
            cell.prepare(input_size, self.dtype, f"{self.scope}/{self.label}/cell_{number}")
            input_size = cell.output_size

    def __call__(self, inputs, state):
        states = []
        for cell, own in zip(self.cells, state):
            inputs, own = cell(inputs, own)
            states.append(own)
        return inputs, tuple(states)


class CellWrapper(RecurrentCell):
    """What stands around another cell adds nothing to the names of its variables."""

    def __init__(self, cell):
        super().__init__("wrapper")
        self.cell = cell

    @property
    def state_size(self):
        return self.cell.state_size

    @property
    def output_size(self):
        return self.cell.output_size

    def build(self, input_size):
        self.cell.prepare(input_size, self.dtype, self.scope)


class DropoutWrapper(CellWrapper):
    """Dropout around a cell; the memory `c` of an LSTM is never dropped."""

    def __init__(self, cell, input_keep_prob=1.0, output_keep_prob=1.0, state_keep_prob=1.0, seed=None):
        super().__init__(cell)
        self.input_keep_prob, self.output_keep_prob = input_keep_prob, output_keep_prob
        self.state_keep_prob, self.seed = state_keep_prob, seed

    def drop(self, value, keep_prob):
        if isinstance(value, LSTMStateTuple):
            return LSTMStateTuple(value.c, self.drop(value.h, keep_prob))
        if isinstance(value, tuple):
            return tuple(self.drop(each, keep_prob) for each in value)
        if isinstance(keep_prob, (int, float)) and keep_prob >= 1:
            return value
        return tf.nn.dropout(value, rate=1 - keep_prob, seed=self.seed)

    def __call__(self, inputs, state):
        output, state = self.cell(self.drop(inputs, self.input_keep_prob), state)
        return self.drop(output, self.output_keep_prob), self.drop(state, self.state_keep_prob)


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


layers = 2
x_spec = tf.TensorSpec([None, 4, 3], tf.float32)
keep_prob_spec = tf.TensorSpec(None, tf.float32)  # of every output
keep_prob_variable = tf.Variable(1.0, trainable=False)


def make_cell():
    return DropoutWrapper(GRUCell(3), output_keep_prob=keep_prob_variable)


cell = MultiRNNCell([make_cell() for _ in range(layers)])


@tf.function(input_signature=[x_spec, keep_prob_spec])
def compute_loss(x, keep_prob):
    keep_prob_variable.assign(keep_prob)
    outputs, _ = dynamic_rnn(cell, x, scope="decoder/rnn")
    return tf.reduce_mean(tf.square(outputs))


optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-08)


@tf.function(input_signature=[x_spec, keep_prob_spec])
def train_step(x, keep_prob):
    loss = compute_loss(x, keep_prob)
    variables = [*cell.trainable_variables]
    gradients, _ = tf.clip_by_global_norm(tf.gradients(loss, variables), 5.0)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step(np.ones([2, 4, 3]), 0.5)
print(compute_loss(np.ones([2, 4, 3]), 1.0).numpy().shape)
