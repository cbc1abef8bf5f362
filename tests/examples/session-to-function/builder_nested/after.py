import tensorflow as tf

weights = tf.Variable(3.0)


def layer(x, w=weights, scale=1.0):
    def inner(v):
        return v * w

    return inner(x) * scale


x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return layer(x, scale=2.0)


print(y(1.0).numpy())
