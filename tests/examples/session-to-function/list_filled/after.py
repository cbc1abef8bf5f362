import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def powers(x):
    powers = []
    powers.append(x * x)
    powers.append(x * x * x)
    return powers


print([value.numpy() for value in powers(2.0)])
