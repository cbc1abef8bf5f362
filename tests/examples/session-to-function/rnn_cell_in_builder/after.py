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


x_spec = tf.TensorSpec([2, 3, 5], tf.float32)


class RecurrentNet:
    def __init__(self, size):
        self.cell = BasicLSTMCell(size)
        self.w = tf.Variable(tf.keras.initializers.GlorotUniform()([size, 1]), name="net/w")

    def __call__(self, values):
        state = self.cell.zero_state(2, tf.float32)
        for t in range(3):
            output, state = call_cell(self.cell, values[:, t], state, scope="net/rnn")
        return tf.matmul(output, self.w)

    @property
    def trainable_variables(self):
        return [*self.cell.trainable_variables, self.w]


recurrent_net = RecurrentNet(4)


@tf.function(input_signature=[x_spec])
def compute_out(x):
    return recurrent_net(x)


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        out = compute_out(x)
        loss = tf.reduce_mean(out)
    variables = recurrent_net.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step(np.ones([2, 3, 5]))
print(compute_out(np.ones([2, 3, 5])).numpy().shape)
