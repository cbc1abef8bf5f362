import tensorflow as tf


def bias_variable(shape, value=0.1, name="bias"):
    initial = tf.constant(value, shape=shape)
    return tf.Variable(initial, name=name)


x_spec = tf.TensorSpec([None, 2], tf.float32)
b = bias_variable([1], name="first/bias")
c = bias_variable(
    [1],
    value=0.2, name="second/bias",
)


@tf.function(input_signature=[x_spec])
def y(x):
    return x * b + c


print(y([[1.0, 2.0]]).numpy())
