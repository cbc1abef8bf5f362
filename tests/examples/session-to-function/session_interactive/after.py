import tensorflow as tf

x_spec = tf.TensorSpec([None, 1], tf.float32)
y_spec = tf.TensorSpec([None, 1], tf.float32)
w = tf.Variable(tf.zeros([1, 1]))


@tf.function(input_signature=[x_spec, y_spec])
def compute_loss(x, y_):
    y = tf.matmul(x, w)
    return tf.reduce_mean(tf.square(y - y_))


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.5)


@tf.function(input_signature=[x_spec, y_spec])
def train_step(x, y_):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, y_)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for i in range(5):
    train_step([[1.0]], [[2.0]])
    if i % 2 == 0:
        print(i, compute_loss([[1.0]], [[2.0]]).numpy())
print(w.numpy())
