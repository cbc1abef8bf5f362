import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
y_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(1.0)


@tf.function(input_signature=[x_spec])
def compute_pred(x):
    return w * x


compute_pred = compute_pred.get_concrete_function()


@tf.function(input_signature=[x_spec, y_spec])
def compute_loss(x, y):
    pred = compute_pred(x)
    return tf.reduce_mean(tf.square(pred - y))


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, y)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


def evaluate(points, wanted):
    """The loss on other points."""
    return compute_loss(points, wanted).numpy()


def predict(points):
    return compute_pred(points).numpy()


for _ in range(2):
    train_step([1.0], [3.0])
print(evaluate([1.0], [3.0]), predict([2.0]))
