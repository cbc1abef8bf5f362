import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
y_spec = tf.TensorSpec([None, 1], tf.float32)
w = tf.Variable(tf.zeros([2, 1]))


@tf.function(input_signature=[x_spec, y_spec])
def compute_loss(x, y):
    return tf.reduce_mean(tf.square(tf.matmul(x, w) - y))


step = tf.Variable(0, trainable=False, name="global_step", dtype=tf.int64)  # counts the updates


@tf.function
def compute_rate():
    return tf.keras.optimizers.schedules.ExponentialDecay(0.1, 2, 0.5)(step)


compute_rate = compute_rate.get_concrete_function()


optimizer = tf.keras.optimizers.SGD()


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, y)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    rate = compute_rate()
    optimizer.learning_rate.assign(rate)
    optimizer.apply_gradients(zip(gradients, variables))
    step.assign_add(1)


train_step = train_step.get_concrete_function()


data = np.array([[1.0, 2.0], [3.0, 4.0]])
data_tensor = tf.constant(data, tf.float32)
for _ in range(4):
    train_step(data_tensor, data[:, :1])
    print(int(step.numpy()), compute_rate().numpy())
print(compute_loss(data, data[:, :1]).numpy())
