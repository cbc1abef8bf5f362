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


class BasicLSTMCell(RecurrentCell):
    """One kernel for input gate, new input, forget gate and output gate; the forget bias is added when it runs."""

    def __init__(self, num_units, forget_bias=1.0, activation=tf.tanh, name="basic_lstm_cell"):
        super().__init__(name)
        self.state_size = LSTMStateTuple(num_units, num_units)
        self.output_size = num_units
        self.forget_bias, self.activation = forget_bias, activation

    def build(self, input_size):
        kernel = self.variable("kernel", [input_size + self.output_size, 4 * self.output_size])
        self.weights = [kernel, self.variable("bias", [4 * self.output_size], tf.keras.initializers.Zeros())]

    def __call__(self, inputs, state):
        (kernel, bias), (c, h) = self.weights, state
        gates = tf.matmul(tf.concat([inputs, h], 1), kernel) + bias
        i, j, f, o = tf.split(gates, 4, axis=1)
        c = c * tf.sigmoid(f + self.forget_bias) + tf.sigmoid(i) * self.activation(j)
        h = self.activation(c) * tf.sigmoid(o)
        return h, LSTMStateTuple(c, h)


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


def call_cell(cell, inputs, state, scope=""):
    """The output of a cell and its next state. The first call makes the variables of the cell, in this scope."""
    cell.prepare(inputs.shape[-1], inputs.dtype, scope)
    return cell(inputs, state)


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


x_spec = tf.TensorSpec([2, 3, 4], tf.float32)
cell = MultiRNNCell([BasicLSTMCell(5), BasicLSTMCell(5)])
start = cell.zero_state(2, tf.float32)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, tf.nest.map_structure(tf.type_spec_from_value, start)])
def train_step(x, start):
    with tf.GradientTape() as tape:
        outputs, end = dynamic_rnn(cell, x, initial_state=start)
        loss = tf.reduce_mean(tf.square(outputs))
    variables = [*cell.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return end


train_step = train_step.get_concrete_function()


top = BasicLSTMCell(6)
first = top.zero_state(2, tf.float32)


@tf.function(input_signature=[x_spec, tf.nest.map_structure(tf.type_spec_from_value, first)])
def last(x, first):
    code, last = call_cell(top, x[:, 0], first)
    return last


last = last.get_concrete_function()


state, memory = tf.nest.map_structure(
    lambda value: value.numpy(), start
), tf.nest.map_structure(lambda value: value.numpy(), first)
for _ in range(3):
    x_value = np.ones([2, 3, 4])
    start_value = state
    state = tf.nest.map_structure(lambda value: value.numpy(), train_step(x_value, start_value))
    memory = tf.nest.map_structure(lambda value: value.numpy(), last(np.ones([2, 3, 4]), memory))
print(state[0].h, memory.c)
