import tensorflow as tf

x_spec = tf.TensorSpec([2], tf.float32)
w = tf.Variable([1.0, 2.0])


@tf.function(input_signature=[x_spec])
def compute_flat_and_loss(x):
    flat = tf.reshape(tf.identity(w), [1, 2])
    loss = tf.reduce_sum(tf.square(flat - x))
    return flat, loss


compute_flat_and_loss = compute_flat_and_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        _, loss = compute_flat_and_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for i in range(3):
    print([None, train_step([0.0, 0.0]).numpy()])
    print([value.numpy() for value in compute_flat_and_loss([0.0, 0.0])])
