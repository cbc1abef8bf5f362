import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
g = tf.Variable(1.0)
d = tf.Variable(2.0)


def compute_fake(x):
    return g * x


d_optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_d(x):
    with tf.GradientTape() as tape:
        fake = compute_fake(x)
        d_loss = tf.square(d * fake - 1.0)
    variables = [d]
    gradients = tape.gradient(d_loss, variables)
    d_optimizer.apply_gradients(zip(gradients, variables))
    return d_loss


train_d = train_d.get_concrete_function()


g_optimizer = tf.keras.optimizers.SGD(0.01)


@tf.function(input_signature=[x_spec])
def train_g(x):
    with tf.GradientTape() as tape:
        fake = compute_fake(x)
        g_loss = tf.square(d * fake + 1.0)
    variables = [g]
    gradients = tape.gradient(g_loss, variables)
    g_optimizer.apply_gradients(zip(gradients, variables))
    return g_loss


train_g = train_g.get_concrete_function()


for it in range(3):
    D_loss_curr = train_d(1.0).numpy()
    G_loss_curr = train_g(1.0).numpy()
    print(it, D_loss_curr, G_loss_curr)
