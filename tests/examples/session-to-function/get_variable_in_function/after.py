import tensorflow as tf


def weight_variable(name, shape):
    """A weight matrix."""
    initer = tf.keras.initializers.TruncatedNormal(stddev=0.01)
    return tf.Variable(initer(shape, dtype=tf.float32), name='W_' + name)  # small weights


def bias_variable(name, shape):
    initial = tf.constant(0.0, shape=shape, dtype=tf.float32)
    return tf.Variable(initial, name='b_' + name)


x_spec = tf.TensorSpec([None, 2], tf.float32)
W = weight_variable('out', [2, 1])
b = bias_variable('out', shape=[1])
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        y = tf.matmul(x, W) + b
        loss = tf.reduce_sum(y)
    variables = [W, b]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return y


print([None, train_step([[1.0, 2.0]]).numpy()])
