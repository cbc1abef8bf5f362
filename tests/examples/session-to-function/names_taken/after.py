import tensorflow as tf


def train_step(number):
    return "step %d" % number


variables = ["not", "tensors"]
tape = 3
x_spec_2 = tf.TensorSpec([], tf.float32)
x_spec = "mine"
w = tf.Variable(1.0)
optimizer_2 = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[x_spec_2])
def train_step_2(x):
    with tf.GradientTape() as tape:
        loss = tf.square(w * x - 2.0)
    variables = [w]
    gradients = tape.gradient(loss, variables)
    optimizer_2.apply_gradients(zip(gradients, variables))
    return loss


train_step_2 = train_step_2.get_concrete_function()


optimizer = "none"

for gradients in range(2):
    value = train_step_2(1.0).numpy()
    print(train_step(gradients), value, variables, tape, x_spec, optimizer)
