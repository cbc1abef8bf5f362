import tensorflow as tf

a = 1; b = 2
x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x + a


r = y(1.0).numpy(); print(r, b)
