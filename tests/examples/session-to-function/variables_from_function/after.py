import tensorflow as tf


def weight(shape, name=None):
    initial = tf.constant(0.1, shape=shape)
    return tf.Variable(initial, name=name)


x_spec = tf.TensorSpec([None, 2], tf.float32)
w1 = weight([2, 3])
w2 = weight([3, 1], name="second")


@tf.function(input_signature=[x_spec])
def compute_out(x):
    return tf.matmul(tf.nn.relu(tf.matmul(x, w1)), w2)


optimizer = tf.keras.optimizers.SGD(0.5)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        out = compute_out(x)
        loss = tf.reduce_mean(out)
    variables = [w1, w2]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 2.0]])
print(compute_out([[1.0, 2.0]]).numpy())
