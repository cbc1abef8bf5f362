import tensorflow as tf


losses_of_variables = []  # functions: what variables add to losses


def decayed(name, shape, wd):
    w = tf.Variable(tf.ones(shape), name=name)
    if wd is not None:
        losses_of_variables.append(lambda: tf.multiply(tf.nn.l2_loss(w), wd))
    return w


x_spec = tf.TensorSpec([None, 2], tf.float32)
w = decayed("w", [2, 1], 0.1)
unused = decayed("unused", [2, 1], 0.2)


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    mean = tf.reduce_mean(tf.matmul(x, w))
    penalty = tf.add_n([each() for each in losses_of_variables])
    return mean + penalty


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w, unused]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0]])
print(compute_loss([[1.0, 2.0]]).numpy())
