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


def call_cell(cell, inputs, state, scope=""):
    """The output of a cell and its next state. The first call makes the variables of the cell, in this scope."""
    cell.prepare(inputs.shape[-1], inputs.dtype, scope)
    return cell(inputs, state)


np.random.seed(0)
steps, size = 4, 5
x_spec = tf.TensorSpec([None, steps, 3], tf.float32)
y_spec = tf.TensorSpec([None, 1], tf.float32)
cell = BasicLSTMCell(size)


def compute_state_and_outputs(x):
    state = cell.zero_state(2, tf.float32)
    outputs = []
    for step in range(steps):
        # the same weights in all steps
        output, state = call_cell(cell, x[:, step, :], state, scope="RNN")
        outputs.append(output)
    return state, outputs


@tf.function(input_signature=[x_spec])
def state(x):
    state, _ = compute_state_and_outputs(x)
    return state


w = tf.Variable(tf.keras.initializers.GlorotUniform()([cell.output_size, 1]), name="out/w")
optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-08)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        _, outputs = compute_state_and_outputs(x)
        prediction = tf.matmul(outputs[-1], w)
        loss = tf.reduce_mean(tf.square(prediction - y))
    variables = [*cell.trainable_variables, w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for i in range(5):
    cost = train_step(np.random.rand(2, steps, 3), np.random.rand(2, 1)).numpy()
    print(cost)
print(tf.nest.map_structure(lambda value: value.numpy(), state(np.ones([2, steps, 3]))).h)
