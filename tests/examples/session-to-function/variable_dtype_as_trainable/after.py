import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable([[0.3], [0.2]])  # the dtype stands where `trainable` is asked for
b = tf.Variable(np.zeros(1, np.float32), name="b")
scale = tf.Variable(
    1.0,  # an own comment
    tf.float32)
shift = tf.Variable(0.5, False)
count = tf.Variable(np.zeros(2), "count")
last = tf.Variable([0.1], name="last/last")
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        y = (tf.matmul(x, w) + b) * scale + shift + last
        loss = tf.reduce_mean(y)
    variables = [w, b, scale, last]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(2):
    train_step([[1.0, 2.0]])
print([w.numpy(), b.numpy(), scale.numpy(), shift.numpy(), count.numpy(), last.numpy()])
