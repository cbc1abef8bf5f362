import tensorflow as tf

w = tf.Variable([1.0, 2.0])


@tf.function
def compute_norm():
    return tf.reduce_sum(tf.square(w))


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        norm = compute_norm()
    variables = [w]
    gradients = tape.gradient(norm, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


before = compute_norm().numpy()
for _ in range(3):
    train_step()
print(before, compute_norm().numpy())
