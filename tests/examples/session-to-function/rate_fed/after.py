import tensorflow as tf

lr_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(4.0)


@tf.function
def compute_loss():
    return tf.square(w)


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD()


@tf.function(input_signature=[lr_spec])
def train_step(lr):
    optimizer.learning_rate.assign(lr)
    with tf.GradientTape() as tape:
        loss = compute_loss()
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for epoch in range(3):
    train_step(0.1 * 0.5 ** epoch)
    print(compute_loss().numpy())
