import tensorflow as tf

x_spec = tf.TensorSpec([None, 1], tf.float32)
g = tf.Variable(tf.ones([1, 1]), name="gen/w")
d = tf.Variable(tf.ones([1, 1]), name="dis/w")


def compute_loss(x):
    out = tf.matmul(tf.matmul(x, g), d)
    return tf.reduce_mean(tf.square(out - 3.0))


gen_vars = [g]
dis_vars = [d]
g_optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_g(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    gradients = tape.gradient(loss, gen_vars)
    g_optimizer.apply_gradients(zip(gradients, gen_vars))


d_optimizer = tf.keras.optimizers.SGD(0.2)


@tf.function(input_signature=[x_spec])
def train_d(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    gradients = tape.gradient(loss, dis_vars)
    d_optimizer.apply_gradients(zip(gradients, dis_vars))


train_g([[1.0]])
train_d([[1.0]])
print([g.numpy(), d.numpy()])
