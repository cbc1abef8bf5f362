import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x + 1.0


y = y.get_concrete_function()


def ask(v):
    """Asks
        for it."""
    return y(v).numpy()

print(ask(1.0), repr(ask.__doc__))
