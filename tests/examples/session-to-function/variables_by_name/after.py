import numpy as np
import tensorflow as tf


class Forger:
    def __init__(self):
        self.w = tf.Variable(tf.ones([2, 3]), name="g/w")

    def __call__(self, z):
        return tf.matmul(z, self.w)

    @property
    def trainable_variables(self):
        return [self.w]


class Police:
    def __init__(self):
        self.w = tf.Variable(tf.ones([3, 1]), name="d/w")
        self.b = tf.Variable(tf.zeros([1]), name="d/b")

    def __call__(self, x):
        return tf.matmul(x, self.w) + self.b

    @property
    def trainable_variables(self):
        return [self.w, self.b]


x_spec = tf.TensorSpec([None, 3], tf.float32)
z_spec = tf.TensorSpec([None, 2], tf.float32)
scale = tf.Variable(1.0, name="scale_of_d")
police = Police()
forger = Forger()


def compute_fake(z):
    return police(forger(z))


optimizer = tf.compat.v1.train.GradientDescentOptimizer(0.1)


@tf.function(input_signature=[x_spec, z_spec])
def train_d(x, z):
    with tf.GradientTape() as tape:
        fake = compute_fake(z)
        real = police(x) * scale
        d_loss = tf.reduce_mean(fake - real)
        # what the police learn
        d_vars = [scale, *police.trainable_variables]
    gradients = tape.gradient(d_loss, d_vars)
    optimizer.apply_gradients(zip(gradients, d_vars))
    return d_loss


train_d = train_d.get_concrete_function()


@tf.function(input_signature=[z_spec])
def train_g(z):
    with tf.GradientTape() as tape:
        fake = compute_fake(z)
        g_loss = -tf.reduce_mean(fake)
    variables = forger.trainable_variables
    gradients = tape.gradient(g_loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return g_loss


train_g = train_g.get_concrete_function()


for step in range(3):
    one = train_d(np.ones([2, 3]), np.ones([2, 2])).numpy()
    two = train_g(np.ones([2, 2])).numpy()
    print(one, two)
