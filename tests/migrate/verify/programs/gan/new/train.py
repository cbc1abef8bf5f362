import numpy as np
import tensorflow as tf

samples = np.random.normal(4.0, 0.5, [600, 2]).astype(np.float32)

D_h = tf.keras.layers.Dense(8, tf.nn.leaky_relu, name="D_h")
D_out = tf.keras.layers.Dense(1, name="D_out")


def discriminator(x):
    return D_out(D_h(x))


w = tf.Variable(tf.random.normal([3, 2], stddev=0.3), name="G/w")
b = tf.Variable(tf.zeros([2]), name="G/b")
d_optimizer = tf.keras.optimizers.Adam(0.01, beta_1=0.5, epsilon=1e-8)
g_optimizer = tf.compat.v1.train.RMSPropOptimizer(0.01)


@tf.function(input_signature=[])
def fake():
    return tf.matmul(tf.random.normal([30, 3]), w) + b


@tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32)])
def d_step(real):
    with tf.GradientTape() as tape:
        d_real, d_fake = discriminator(real), discriminator(fake())
        d_loss = tf.reduce_mean(tf.nn.softplus(-d_real)) + tf.reduce_mean(tf.nn.softplus(d_fake))
    variables = [*D_h.trainable_variables, *D_out.trainable_variables]
    gradients = tape.gradient(d_loss, variables)
    d_optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return d_loss


@tf.function(input_signature=[])
def g_step():
    with tf.GradientTape() as tape:
        g_loss = tf.reduce_mean(tf.nn.softplus(-discriminator(fake())))
    variables = [w, b]
    gradients = tape.gradient(g_loss, variables)
    g_optimizer.apply_gradients(zip(gradients, variables, strict=True))
    return g_loss


for i in range(9):
    d = d_step(samples[30 * i : 30 * i + 30]).numpy()
    g = g_step().numpy()
    print(i, d, g)
print(fake().numpy().mean())
