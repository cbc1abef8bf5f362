import tensorflow as tf


def total(logits):
    mean = tf.reduce_mean(tf.square(logits))
    most = tf.reduce_max(logits)
    return tf.add_n([mean, most], name="total")


x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.keras.initializers.GlorotUniform()([2, 1]), name="w")


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    return total(tf.matmul(x, w))


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0]])
print(compute_loss([[1.0, 2.0]]).numpy())
