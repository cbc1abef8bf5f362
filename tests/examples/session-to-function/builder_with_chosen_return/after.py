import numpy as np
import tensorflow as tf


class Linear:
    def __init__(self, shape, size, scope=None, value=0.1):
        self.matrix = tf.Variable(
            tf.keras.initializers.Constant(value)([shape[1], size], dtype=tf.float32), name=f"{scope or 'Linear'}/Matrix"
        )
        self.bias = tf.Variable(tf.keras.initializers.Constant(0.0)([size]), name=f"{scope or 'Linear'}/bias")

    def __call__(self, inputs, with_w=False, kind="plain"):
        if with_w:
            return tf.matmul(inputs, self.matrix) + self.bias, self.matrix, self.bias  # with what it made
        elif kind == "tanh":
            return tf.tanh(tf.matmul(inputs, self.matrix) + self.bias)
        else:
            return tf.matmul(inputs, self.matrix) + self.bias

    @property
    def trainable_variables(self):
        return [self.matrix, self.bias]


class Judge:
    def __init__(self, shape):
        self.h = Linear(shape, 3, "d_in")
        self.score = Linear([None, 3], 1, "d_out")

    def __call__(self, image):
        h = self.h(image, kind="tanh")
        score = self.score(h, with_w=False)
        return tf.sigmoid(score), score

    @property
    def trainable_variables(self):
        return [*self.h.trainable_variables, *self.score.trainable_variables]


class Forge:
    def __init__(self, shape):
        self.h = Linear(shape, 4, value=0.3)
        self.linear = Linear([None, 4], 2, "g_out")

    def __call__(self, noise):
        h, w, b = self.h(noise, with_w=True)
        return tf.tanh(self.linear(tf.nn.relu(h)))

    @property
    def trainable_variables(self):
        return [*self.h.trainable_variables, *self.linear.trainable_variables]


real_spec = tf.TensorSpec([None, 2], tf.float32)
noise_spec = tf.TensorSpec([None, 3], tf.float32)
forge = Forge([None, 3])
judge = Judge([None, 2])


def compute_forged_score(noise):
    forged = forge(noise)
    _, forged_score = judge(forged)
    return forged_score


def compute_loss(real, forged_score):
    _, real_score = judge(real)
    return tf.reduce_mean(tf.square(real_score - 1.0)) + tf.reduce_mean(tf.square(forged_score))


def compute_forge_loss(forged_score):
    return tf.reduce_mean(tf.square(forged_score - 1.0))


@tf.function(input_signature=[real_spec, noise_spec])
def loss_and_forge_loss(real, noise):
    forged_score = compute_forged_score(noise)
    loss = compute_loss(real, forged_score)
    forge_loss = compute_forge_loss(forged_score)
    return loss, forge_loss


loss_and_forge_loss = loss_and_forge_loss.get_concrete_function()


judge_optimizer = tf.keras.optimizers.SGD(0.5)


@tf.function(input_signature=[real_spec, noise_spec])
def train_judge(real, noise):
    with tf.GradientTape() as tape:
        forged_score = compute_forged_score(noise)
        loss = compute_loss(real, forged_score)
        judge_variables = judge.trainable_variables
    gradients = tape.gradient(loss, judge_variables)
    judge_optimizer.apply_gradients(zip(gradients, judge_variables))


train_judge = train_judge.get_concrete_function()


forge_optimizer = tf.keras.optimizers.SGD(0.5)


@tf.function(input_signature=[noise_spec])
def train_forge(noise):
    with tf.GradientTape() as tape:
        forged_score = compute_forged_score(noise)
        forge_loss = compute_forge_loss(forged_score)
        forge_variables = forge.trainable_variables
    gradients = tape.gradient(forge_loss, forge_variables)
    forge_optimizer.apply_gradients(zip(gradients, forge_variables))


train_forge = train_forge.get_concrete_function()


for step in range(3):
    rows, draws = np.full([2, 2], 0.5 + step), np.full([4, 3], 1.0 + step)
    train_judge(rows, draws)
    train_forge(draws)
    losses = [value.numpy() for value in loss_and_forge_loss(rows, draws)]
    print("%.8f %.8f" % (losses[0], losses[1]))
