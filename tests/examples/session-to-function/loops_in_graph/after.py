import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
k = tf.constant(2.0)


@tf.function(input_signature=[x_spec])
def power(x):
    _, power = tf.while_loop(lambda i, p: i < 3, lambda i, p: (i + 1, p * x * k), [0, 1.0])
    return power


power = power.get_concrete_function()


@tf.function(input_signature=[x_spec])
def mapped(x):
    return tf.map_fn(lambda e: e * x, tf.constant([1.0, 2.0]))


print(power(2.0).numpy(), mapped(3.0).numpy())
