import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
t_spec = tf.TensorSpec([None, 1], tf.float32)
w = tf.Variable(tf.keras.initializers.GlorotUniform()([2, 1]), name="w")


@tf.function(input_signature=[x_spec, t_spec])
def compute_error(x, t):
    # how far the line is off
    return tf.reduce_mean(tf.math.squared_difference(tf.matmul(x, w), t))


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, t_spec])
def train_step(x, t):
    with tf.GradientTape() as tape:
        error = compute_error(x, t)
        loss = tf.add_n([0.1 * tf.nn.l2_loss(w), error], name="total")
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0]], [[1.0]])
print(compute_error([[1.0, 2.0]], [[1.0]]).numpy())
