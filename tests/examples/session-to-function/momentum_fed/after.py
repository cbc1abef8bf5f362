import tensorflow as tf

lr_spec = tf.TensorSpec([], tf.float32)
momentum_spec = tf.TensorSpec([], tf.float32)  # annealed
w = tf.Variable(4.0)


def compute_loss():
    return tf.square(w)


@tf.function
def w_and_loss():
    loss = compute_loss()
    return w, loss


lr_variable = tf.Variable(0.0, trainable=False)
momentum_variable = tf.Variable(0.0, trainable=False)
optimizer = tf.compat.v1.train.MomentumOptimizer(lr_variable, momentum_variable, use_nesterov=True)


@tf.function(input_signature=[lr_spec, momentum_spec])
def train_step(lr, momentum):
    lr_variable.assign(lr)
    momentum_variable.assign(momentum)
    with tf.GradientTape() as tape:
        loss = compute_loss()
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))


train_step = train_step.get_concrete_function()


for step in range(3):
    train_step(0.1 / (step + 1), 0.5 + 0.1 * step)
print([value.numpy() for value in w_and_loss()])
