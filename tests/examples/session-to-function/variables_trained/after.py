import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0, trainable=False)
unused = tf.Variable(3.0)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = tf.square(a * b)
    variables = [a]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step()
print([a.numpy(), b.numpy(), unused.numpy()])
