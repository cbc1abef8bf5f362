import numpy as np
import tensorflow as tf


class Fc:
    def __init__(self, x_size, n, name):
        self.w = tf.Variable(tf.ones([x_size, n]), name=f"{name}/w")

    def __call__(self, x):
        return tf.matmul(x, self.w)

    @property
    def trainable_variables(self):
        return [self.w]


class Net:
    def __init__(self, x_size, hidden):
        self.h = Fc(x_size, hidden, "a")
        self.fc = Fc(hidden, hidden * 2, "b")
        self.b = tf.Variable(tf.zeros([hidden * 2]), name="net/b")

    def __call__(self, x):
        h = tf.nn.relu(self.h(x))
        h = self.fc(h)
        return h + self.b

    @property
    def trainable_variables(self):
        return [*self.h.trainable_variables, *self.fc.trainable_variables, self.b]


x_spec = tf.TensorSpec([None, 4], tf.float32)
z_spec = tf.TensorSpec([None, 4], tf.float32)
net = Net(4, 3)
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec, z_spec])
def train_step(x, z):
    with tf.GradientTape() as tape:
        one = net(x)
        two = net(z)
        loss = tf.reduce_mean(one - two)
    variables = net.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


train_step = train_step.get_concrete_function()


for i in range(3):
    c = train_step(np.ones([2, 4]), np.zeros([2, 4])).numpy()
    print(c)
