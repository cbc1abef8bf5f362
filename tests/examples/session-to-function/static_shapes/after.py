import numpy as np
import tensorflow as tf

data = np.random.RandomState(0).rand(6, 8, 8, 1).astype(np.float32)
batch = 6


class Conv2d:
    def __init__(self, input_size, output_dim, k=3, stddev=0.02, name="conv2d"):
        self.w = tf.Variable(
            tf.keras.initializers.TruncatedNormal(stddev=stddev, seed=1)([k, k, input_size, output_dim]), name=f"{name}/w"
        )
        self.biases = tf.Variable(tf.keras.initializers.Constant(0.0)([output_dim]), name=f"{name}/biases")

    def __call__(self, input_):
        conv = tf.nn.conv2d(input_, self.w, strides=[1, 2, 2, 1], padding="SAME")
        return tf.nn.bias_add(conv, self.biases)

    @property
    def trainable_variables(self):
        return [self.w, self.biases]


class Linear:
    def __init__(self, shape, output_size):
        self.matrix = tf.Variable(
            tf.keras.initializers.RandomNormal(stddev=0.02, seed=2)([shape[1], output_size], dtype=tf.float32),
            name="lin/Matrix",
        )
        self.bias = tf.Variable(tf.keras.initializers.Constant(0.1)([output_size]), name="lin/bias")

    def __call__(self, input_):
        return tf.matmul(input_, self.matrix) + self.bias

    @property
    def trainable_variables(self):
        return [self.matrix, self.bias]


x_spec = tf.TensorSpec([None, data.shape[1], 8, 1], tf.float32)
h0_conv2d = Conv2d(1, 4, name="c0")
h1_conv2d = Conv2d(4, 6, name="c1")
linear = Linear([None, 2 * 2 * 6], 3)
width = 2 * 2 * 6
w2 = tf.Variable(tf.ones([3 * 2 // 2, 5]), name="w2")


@tf.function(input_signature=[x_spec])
def compute_final(x):
    h0 = tf.nn.relu(h0_conv2d(x))
    h1 = tf.nn.relu(h1_conv2d(h0))
    flat = tf.reshape(h1, [-1, 2 * 2 * 6])
    out = linear(flat)
    return tf.matmul(out, w2)


dense_layer = tf.keras.layers.Dense(5 + 2, kernel_initializer=tf.keras.initializers.Ones())
optimizer = tf.keras.optimizers.SGD(float(1.0 / width))


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        final = compute_final(x)
        dense = dense_layer(final)
        loss = tf.reduce_mean(tf.square(dense))
    variables = [
        *h0_conv2d.trainable_variables,
        *h1_conv2d.trainable_variables,
        *linear.trainable_variables,
        w2,
        *dense_layer.trainable_variables,
    ]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


data_tensor = tf.constant(data, tf.float32)
for i in range(3):
    c = train_step(data_tensor).numpy()
    print(c)
print(width, [None, 5], compute_final(data[:2]).numpy())
