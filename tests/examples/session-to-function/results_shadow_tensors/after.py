import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(2.0)


@tf.function(input_signature=[x_spec])
def compute_y(x):
    return x * w


@tf.function(input_signature=[x_spec])
def w_and_y(x):
    y = compute_y(x)
    return w, y


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        y = compute_y(x)
        loss = tf.reduce_sum(tf.square(y))
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([1.0])
w_value_2, value = [value.numpy() for value in w_and_y([3.0])]  # the number
print("w", w_value_2, [w_value_2 * each for each in value])
print(compute_y([4.0]).numpy())
w_value = w_value_2
