import tensorflow as tf

sizes = [4, 8, 6]
x_spec = tf.TensorSpec([None, sizes[0]], tf.float32)


def weight(shape):
    return tf.Variable(tf.random.truncated_normal(shape, stddev=0.1))


n_in = sizes[0]
ws, all_biases = [], []
for number, n_out in enumerate(sizes[1:]):
    scale = 1.0 / (number + 1)
    ws.append(weight([n_in, n_out]))
    all_biases.append(tf.Variable(tf.fill([n_out], scale)))
    n_in = n_out


@tf.function(input_signature=[x_spec])
def compute_cost(x):
    h = x
    total = 0
    for number, (w, biases) in enumerate(zip(ws, all_biases)):
        scale = 1.0 / (number + 1)
        h = tf.nn.relu(tf.matmul(h, w) * scale + biases)
        total += tf.nn.l2_loss(w)

    return tf.reduce_mean(h) + total


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        cost = compute_cost(x)
    variables = [*ws, *all_biases]
    gradients = tape.gradient(cost, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 2.0, 3.0, 4.0]])
print(compute_cost([[1.0, 2.0, 3.0, 4.0]]).numpy())
