import numpy as np
import tensorflow as tf

points = np.arange(12.).reshape(6, 2).astype(np.float32)
dataset = tf.data.Dataset.from_tensor_slices((points, points.sum(axis=1)))
dataset = dataset.map(lambda x, y: (x / 10., y)).repeat(2).batch(4)
iterator = iter(dataset)
x_spec, y_spec = iterator.element_spec  # the next batch
rate_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(tf.zeros([2, 1]))


@tf.function(input_signature=[x_spec, y_spec])
def compute_loss(x, y):
    return tf.reduce_mean(tf.square(tf.matmul(x, w)[:, 0] - y))


@tf.function(input_signature=[x_spec, y_spec])
def largest(x, y):
    return tf.reduce_max(x)


optimizer = tf.keras.optimizers.SGD()


@tf.function(input_signature=[x_spec, y_spec, rate_spec])
def train_step(x, y, rate):
    optimizer.learning_rate.assign(rate)
    with tf.GradientTape() as tape:
        loss = compute_loss(x, y)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


print(largest(*iterator.get_next()).numpy())
print(w.numpy())
try:
    while True:
        cost = train_step(*iterator.get_next(), 0.1).numpy()
        print(cost)
except tf.errors.OutOfRangeError:
    print('no more')
print(compute_loss(points, points[:, 0]).numpy())
