import numpy as np
import tensorflow as tf

data = np.arange(12).reshape(4, 3).astype(np.float32) / 10.0
x_spec = tf.TensorSpec([None, 3], tf.float32)
w = tf.Variable(tf.keras.initializers.Constant(0.5)([3, 2]), name="net/w")
b = tf.Variable(tf.keras.initializers.Constant(0.1)([2]), name="net/b")
h_layer = tf.keras.layers.Dense(4, kernel_initializer=tf.keras.initializers.Constant(0.2), name="hid")
h_layer.build([None, 3])
tvars = [w, b, *h_layer.trainable_variables]


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    error = tf.reduce_mean(tf.square(tf.matmul(x, w) + b))
    return error + 0.1 * tf.add_n([tf.nn.l2_loss(v) for v in tvars])


optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.5)


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
print([w.numpy(), b.numpy()])
print(compute_loss(data).numpy())
