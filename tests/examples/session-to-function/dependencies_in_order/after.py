import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable([[1.0], [2.0]])
seen = tf.Variable(0, trainable=False)
last = tf.Variable(0.0, trainable=False)
optimizer = tf.keras.optimizers.SGD(0.05)
# after the step: count the rows, and keep the loss
# in this order


def compute_loss_and_cost(x):
    loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
    cost = tf.identity(loss)  # as it was before
    return loss, cost


@tf.function(input_signature=[x_spec])
def train_step_2(x):
    with tf.GradientTape() as tape:
        loss, cost = compute_loss_and_cost(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return cost


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss, cost = compute_loss_and_cost(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    seen.assign_add(tf.shape(x)[0])
    last.assign(loss)
    return cost


train_step = train_step.get_concrete_function()


for number in range(3):
    value = train_step(np.ones([number + 1, 2])).numpy()
    print("%.4f" % value, last.numpy(), seen.numpy())
print("%.4f" % train_step_2(np.ones([1, 2])).numpy(), last.numpy(), seen.numpy())
train_step_2(np.zeros([1, 2]))
print(seen.numpy())
