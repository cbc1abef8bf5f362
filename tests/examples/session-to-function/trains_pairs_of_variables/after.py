import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x_spec = tf.TensorSpec([None, 3], tf.float32)
first = tf.Variable(tf.ones([3, 2]) * 0.5)
pairs = [(tf.Variable(tf.ones([3, 2]) * (k + 1)), first) for k in range(2)]


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    return tf.add_n([tf.reduce_sum(tf.square(tf.matmul(x, a) * tf.matmul(x, b))) for a, b in pairs])


optimizer = tf.compat.v1.train.RMSPropOptimizer(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = tape.watched_variables()
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


data_tensor = tf.constant(data, tf.float32)
for _ in range(3):
    train_step(data_tensor)
print(compute_loss(data).numpy())
