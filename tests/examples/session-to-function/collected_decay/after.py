import tensorflow as tf


losses_of_variables = []  # functions: what variables add to losses


def decayed(name, shape, wd):
    w = tf.Variable(tf.ones(shape), name=name)
    if wd is not None:
        losses_of_variables.append(lambda: tf.multiply(tf.nn.l2_loss(w), wd))
    return w


def total(logits):
    mean = tf.reduce_mean(tf.square(logits))
    return tf.add_n([*(each() for each in losses_of_variables), mean], name="total")


x_spec = tf.TensorSpec([None, 2], tf.float32)
w = decayed("first/w", [2, 3], 0.1)
v = decayed("second/w", [3, 1], None)


@tf.function(input_signature=[x_spec])
def compute_loss(x):
    return total(tf.matmul(tf.matmul(x, w), v))


optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w, v]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for _ in range(3):
    train_step([[1.0, 2.0]])
print(compute_loss([[1.0, 2.0]]).numpy())
