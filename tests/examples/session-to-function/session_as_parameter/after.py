import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.ones([2, 1]))


@tf.function(input_signature=[x_spec])
def compute_y(x):
    return tf.matmul(x, w)


compute_y = compute_y.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        y = compute_y(x)
        loss = tf.reduce_mean(y)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


def evaluate(values):
    return compute_y(values).numpy()


def fit(steps, every=2):
    """Train for some steps."""
    for step in range(steps):
        train_step(np.ones((3, 2)))
        if step % every == 0:
            print(step, evaluate(np.ones((1, 2))))
    return compute_y(np.ones((2, 2))).numpy()


print(fit(4).shape)
print(evaluate(values=np.ones((1, 2))))
