import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(1.0)


def compute_loss():
    return tf.square(a * b - 4.0)


@tf.function
def evaluate():
    loss = compute_loss()
    return a, b, loss


optimizer = tf.keras.optimizers.SGD(0.05)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = compute_loss()
    variables = [a]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step()
print([value.numpy() for value in evaluate()])
