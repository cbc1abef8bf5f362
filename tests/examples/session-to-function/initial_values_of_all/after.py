import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
w = tf.Variable(tf.random.normal([2, 1]), name="w")
b = tf.Variable(tf.zeros([1]), name="b")
zeros = [tf.Variable(tf.zeros_like(v), trainable=False) for v in [w, b]]
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.matmul(x, w) + b)
    variables = [w, b]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step([[1.0, 2.0]])
print([value.numpy() for value in zeros])
