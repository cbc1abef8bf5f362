import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
weights = tf.Variable(tf.ones([2, 3]), name='weights')  # starts as a matrix
total_variable = tf.Variable(tf.zeros([]), name='total')


@tf.function(input_signature=[x_spec])
def compute_hidden_and_total(x):
    # and goes on as a layer
    hidden = tf.nn.relu(tf.matmul(x, weights))
    total = tf.identity(total_variable)
    total += tf.reduce_sum(hidden)
    return hidden, total


@tf.function(input_signature=[x_spec])
def total(x):
    _, total = compute_hidden_and_total(x)
    return total


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        _, total = compute_hidden_and_total(x)
    variables = [weights, total_variable]
    gradients = tape.gradient(total, variables)
    optimizer.apply_gradients(zip(gradients, variables))


print([value.numpy() for value in compute_hidden_and_total(np.ones((1, 2)))])
train_step(np.ones((1, 2)))
print(total(np.ones((1, 2))).numpy())
