import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
w = tf.Variable(1.0)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(x * w))
    variables = [w]
    gradients = tape.gradient(loss, variables)
    loss = 100.0 * loss  # in percent
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


percent = train_step([1.0, 2.0]).numpy()
print(percent, w.numpy())
