import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_losses(x):
    return [x * k for k in (1.0, 2.0, 3.0)]


@tf.function(input_signature=[x_spec])
def total(x):
    losses = compute_losses(x)
    return tf.add_n(losses)


def compute_first_and_rest(x):
    losses = compute_losses(x)
    first, rest = losses[0], losses[1:]
    return first, rest


@tf.function(input_signature=[x_spec])
def rest(x):
    _, rest = compute_first_and_rest(x)
    return rest


@tf.function(input_signature=[x_spec])
def first(x):
    first, _ = compute_first_and_rest(x)
    return first


print(
    total(1.0).numpy(),
    [value.numpy() for value in compute_losses(1.0)],
    [value.numpy() for value in rest(2.0)],
    first(2.0).numpy(),
)
