import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(tf.zeros([]), name="w")


def compute_error(x):
    return tf.reduce_sum(tf.square(x - w), name="error")  # the squares


@tf.function(input_signature=[x_spec])
def error_and_w(x):
    error = compute_error(x)
    return error, w


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        error = compute_error(x)
    variables = [w]
    gradients = tape.gradient(error, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([1.0, 2.0])
print([value.numpy() for value in error_and_w([1.0, 2.0])])
