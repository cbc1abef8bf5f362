import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable([[1.0], [2.0]])


@tf.function(input_signature=[x_spec])
def compute_penalty(x):
    score = tf.square(tf.matmul(x, w))
    grad = tf.gradients(score, [x])[0]
    return tf.reduce_mean(tf.square(tf.reduce_sum(tf.square(grad), 1) - 1.0))


optimizer = tf.keras.optimizers.SGD(1e-5)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        penalty = compute_penalty(x)
    variables = [w]
    gradients = tape.gradient(penalty, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 1.0]])
print(compute_penalty([[1.0, 1.0]]).numpy(), w.numpy())
