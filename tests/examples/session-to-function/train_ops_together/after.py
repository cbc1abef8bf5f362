import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)


def compute_a_loss_and_b_loss():
    a_loss = tf.square(a - 3.0)
    b_loss = tf.square(b + 1.0)
    return a_loss, b_loss


a_optimizer = tf.keras.optimizers.SGD(0.1)
b_optimizer = tf.keras.optimizers.SGD(0.2)


@tf.function
def train_step_2():
    with tf.GradientTape() as a_tape, tf.GradientTape() as b_tape:
        a_loss, b_loss = compute_a_loss_and_b_loss()
    a_variables = [a]
    a_gradients = a_tape.gradient(a_loss, a_variables)
    b_variables = [b]
    b_gradients = b_tape.gradient(b_loss, b_variables)
    a_optimizer.apply_gradients(zip(a_gradients, a_variables))
    b_optimizer.apply_gradients(zip(b_gradients, b_variables))
    return a_loss, b_loss


@tf.function
def train_step():
    with tf.GradientTape() as a_tape, tf.GradientTape() as b_tape:
        a_loss, b_loss = compute_a_loss_and_b_loss()
    a_variables = [a]
    a_gradients = a_tape.gradient(a_loss, a_variables)
    b_variables = [b]
    b_gradients = b_tape.gradient(b_loss, b_variables)
    a_optimizer.apply_gradients(zip(a_gradients, a_variables))
    b_optimizer.apply_gradients(zip(b_gradients, b_variables))


train_step()
la, lb = [value.numpy() for value in train_step_2()]
print(la, lb, [a.numpy(), b.numpy()])
