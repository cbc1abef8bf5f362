import tensorflow as tf

n_tasks = 3
x_spec = tf.TensorSpec([None, 4], tf.float32)
y_spec = tf.TensorSpec([None, n_tasks], tf.float32)
shared_layer = tf.keras.layers.Dense(5)

init = tf.keras.initializers.RandomNormal(stddev=0.1)
inner_layers, out_layers = [], []
for task in range(n_tasks):
    inner_layers.append(tf.keras.layers.Dense(3, tf.nn.relu, kernel_initializer=init.clone()))
    out_layers.append(tf.keras.layers.Dense(
        1,
        kernel_initializer=tf.keras.initializers.RandomUniform(-0.4, 0.4, seed=task),
    ))


@tf.function(input_signature=[x_spec, y_spec])
def compute_losses(x, y):
    shared = shared_layer(x)

    predictions, losses = [], []
    # a head for each task
    for task, (inner_layer, out_layer) in enumerate(zip(inner_layers, out_layers)):
        # of two layers
        inner = inner_layer(shared)  # rectified
        out = out_layer(inner)
        predictions.append(out)
        losses.append(tf.reduce_mean(tf.square(out - y[:, task:task + 1])))
    return losses


compute_losses = compute_losses.get_concrete_function()


@tf.function(input_signature=[x_spec, y_spec])
def compute_total(x, y):
    losses = compute_losses(x, y)
    return tf.add_n(losses)


compute_total = compute_total.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.9)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        total = compute_total(x, y)
    variables = [
        *shared_layer.trainable_variables,
        *(each for layer in inner_layers for each in layer.trainable_variables),
        *(each for layer in out_layers for each in layer.trainable_variables),
    ]
    gradients = tape.gradient(total, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


train_step([[1.0, 2.0, 3.0, 4.0]], [[1.0, 2.0, 3.0]])
print(
    [loss.shape for loss in [value.numpy() for value in compute_losses([[1.0, 2.0, 3.0, 4.0]], [[1.0, 2.0, 3.0]])]],
    compute_total([[1.0, 2.0, 3.0, 4.0]], [[1.0, 2.0, 3.0]]).numpy() > 0,
)
