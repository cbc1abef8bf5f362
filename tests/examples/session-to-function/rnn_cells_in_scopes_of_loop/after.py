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


np.random.seed(1)
n_steps, dim = 3, 4
video_spec = tf.TensorSpec([2, n_steps, 5], tf.float32)
label_spec = tf.TensorSpec([2, dim], tf.float32)
lstm1 = BasicLSTMCell(dim)
lstm2 = BasicLSTMCell(dim)
padding = tf.zeros([2, dim])
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[video_spec, label_spec])
def train_step(video, label):
    with tf.GradientTape() as tape:
        state1 = lstm1.zero_state(2, tf.float32)
        state2 = lstm2.zero_state(2, tf.float32)
        loss = 0.0
        for i in range(n_steps):
            output1, state1 = call_cell(lstm1, video[:, i, :], state1, scope="LSTM1")

            # above the other
            output2, state2 = call_cell(
                lstm2, tf.concat([padding, output1], 1), state2, scope="LSTM2"
            )
            loss += tf.reduce_mean(tf.square(output2 - label))
    variables = [*lstm1.trainable_variables, *lstm2.trainable_variables]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for k in range(4):
    cost = train_step(np.random.rand(2, 3, 5), np.random.rand(2, 4)).numpy()
    print("%.4f" % cost)
