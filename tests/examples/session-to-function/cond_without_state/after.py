import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return tf.cond(x > 0.0, lambda: x * 2.0, lambda: -x)


print(y(3.0).numpy(), y(-3.0).numpy())
