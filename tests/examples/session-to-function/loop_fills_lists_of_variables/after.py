import tensorflow as tf

sizes = [4, 8, 6]
weights, biases = [], []
for n_in, n_out in zip(sizes[:-1], sizes[1:]):
    weights.append(tf.Variable(tf.ones([n_in, n_out])))
    biases.append(tf.Variable(tf.zeros([n_out])))

x_spec = tf.TensorSpec([None, 4], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_cost(x):
    layers = [x]
    for w, b in zip(weights, biases):
        layers.append(tf.nn.tanh(tf.matmul(layers[-1], w) + b))

    return tf.reduce_mean(tf.square(layers[-1]))


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        cost = compute_cost(x)
    variables = weights + biases
    gradients = tape.gradient(cost, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 2.0, 3.0, 4.0]])
print([value.numpy() for value in weights], compute_cost([[1.0, 2.0, 3.0, 4.0]]).numpy())
