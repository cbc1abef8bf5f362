import tensorflow as tf

x_spec = tf.TensorSpec([None, 2], tf.float32)
y_spec = tf.TensorSpec([None, 1], tf.float32)
keep_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable([[1.0], [2.0]])


@tf.function(input_signature=[x_spec, y_spec, keep_spec])
def compute_loss(x, y, keep):
    return tf.reduce_mean(tf.square(tf.matmul(x, w) * keep - y))


compute_loss = compute_loss.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.01)


@tf.function(input_signature=[x_spec, y_spec, keep_spec])
def train_step(x, y, keep):
    with tf.GradientTape() as tape:
        loss = compute_loss(x, y, keep)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


def rates():
    print("asked")
    return 0.25


rows, truth = [[1.0, 2.0]], [[3.0]]
base_x = rows
rows = [[5.0, 6.0]]

truth_tensor = tf.constant(truth, tf.float32)
for step in range(3):
    feed_x = [[1.0, step]]
    feed_keep = 0.5
    feed_keep = rates()
    train_step(feed_x, truth_tensor, feed_keep)
    print(compute_loss(feed_x, truth_tensor, 1.0).numpy())
    print(compute_loss(base_x, truth_tensor, 1.0).numpy())
    print(compute_loss(rows, truth_tensor, feed_keep).numpy())
    other_keep = rates()
    print(compute_loss(base_x, truth_tensor, other_keep).numpy())
    print(compute_loss(base_x, truth_tensor, 0.75).numpy())
