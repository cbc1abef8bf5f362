import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(1.0)


def compute_loss(x):
    return tf.square(w * x)


step = tf.Variable(0, name="step")  # trainable, which nobody meant
optimizer = tf.keras.optimizers.Adam(epsilon=1e-08)


@tf.function(input_signature=[x_spec])
def train_step(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    rate = tf.keras.optimizers.schedules.PolynomialDecay(0.1, 4, end_learning_rate=0.01, power=0.5)(step)
    optimizer.learning_rate.assign(rate)
    pairs = list(zip(gradients, variables))
    optimizer.apply_gradients(pairs)
    step.assign_add(1)
    return loss, rate, tf.identity(step)


train_step = train_step.get_concrete_function()


@tf.function
def compute_pieces():
    return tf.keras.optimizers.schedules.PiecewiseConstantDecay([1, 3], [0.1, 0.05, 0.01])(step)


compute_pieces = compute_pieces.get_concrete_function()


pieces_variable = tf.Variable(0.0, trainable=False)
slow_optimizer = tf.compat.v1.train.MomentumOptimizer(pieces_variable, 0.9)


@tf.function(input_signature=[x_spec])
def train_slow(x):
    with tf.GradientTape() as tape:
        loss = compute_loss(x)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    pieces = compute_pieces()
    pieces_variable.assign(pieces)
    slow_optimizer.apply_gradients(zip(gradients, variables))


train_slow = train_slow.get_concrete_function()


for i in range(4):
    cost, now, at = [value.numpy() for value in train_step(2.0)]
    train_slow(1.0)
    print(cost, now, at, compute_pieces().numpy())
