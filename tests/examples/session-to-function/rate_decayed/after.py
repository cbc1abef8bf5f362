import tensorflow as tf

step = tf.Variable(0, trainable=False)
w = tf.Variable(1.0)
optimizer = tf.keras.optimizers.SGD()


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = tf.square(w)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)(step)
    optimizer.learning_rate.assign(rate)
    optimizer.apply_gradients(zip(gradients, variables))
    step.assign_add(1)


train_step()
print(w.numpy())
