import tensorflow as tf

w = tf.Variable([3.0, 4.0])
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w))
    variables = [w]
    gradients = tape.gradient(loss, variables)
    grads_and_vars = list(zip(gradients, variables))
    clipped = [(tf.clip_by_value(grad, -1.0, 1.0), var) for grad, var in grads_and_vars]
    optimizer.apply_gradients(clipped)


train_step = train_step.get_concrete_function()


for _ in range(2):
    train_step()
print(w.numpy())
