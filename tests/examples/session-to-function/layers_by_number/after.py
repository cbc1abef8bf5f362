import tensorflow as tf

x_spec = tf.TensorSpec([None, 1], tf.float32)
h_layer = tf.keras.layers.Dense(2, kernel_initializer=tf.keras.initializers.Ones())
h_dense = tf.keras.layers.Dense(2, kernel_initializer=tf.keras.initializers.Ones(), name="dense_1")
y_layer = tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Ones())  # dense_2


def compute_y_and_loss(x):
    h = h_layer(x)
    h = h_dense(h)
    y = y_layer(h)
    loss = tf.reduce_mean(tf.square(y - 3.0))
    return y, loss


@tf.function(input_signature=[x_spec])
def loss_and_y(x):
    y, loss = compute_y_and_loss(x)
    return loss, y


loss_and_y = loss_and_y.get_concrete_function()


optimizer = tf.keras.optimizers.SGD(0.01)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        _, loss = compute_y_and_loss(x)
        chosen = h_dense.trainable_variables
    gradients = tape.gradient(loss, chosen)
    optimizer.apply_gradients(zip(gradients, chosen))


train_step = train_step.get_concrete_function()


for i in range(3):
    train_step([[1.0]])
    print([value.numpy() for value in loss_and_y([[1.0]])])
