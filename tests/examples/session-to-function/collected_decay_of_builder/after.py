import tensorflow as tf


losses_of_variables = []  # functions: what variables add to losses


def decayed(name, shape, wd):
    w = tf.Variable(tf.ones(shape), name=name)
    if wd is not None:
        losses_of_variables.append(lambda: tf.multiply(tf.nn.l2_loss(w), wd))
    return w


class Net:
    def __init__(self):
        self.w = decayed("net/w", [2, 1], wd=0.1)

    def __call__(self, inputs):
        return tf.matmul(inputs, self.w)

    @property
    def trainable_variables(self):
        return [self.w]


x_spec = tf.TensorSpec([None, 2], tf.float32)
net = Net()


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    y = net(x)
    return tf.add_n([*(each() for each in losses_of_variables), tf.reduce_mean(y)])


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = net.trainable_variables
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0]])
print(compute_loss([[1.0, 2.0]]).numpy())
