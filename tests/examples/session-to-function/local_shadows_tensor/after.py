import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x + 1.0


def show(y):
    # this y is a number
    x = 2 * y
    return x + y


print(show(y(1.0).numpy()))
