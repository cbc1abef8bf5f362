import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
a = tf.Variable(1.0, name="w")
b = tf.Variable(2.0, name="w")  # TensorFlow calls it w_1
chosen = [a]
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.square(x * a * b - 1.0)
    gradients = tape.gradient(loss, chosen)
    optimizer.apply_gradients(zip(gradients, chosen))


train_step(1.0)
print([a.numpy(), b.numpy()])
