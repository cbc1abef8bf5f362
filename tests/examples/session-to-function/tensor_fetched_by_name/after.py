import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return tf.add(x, 1.0, name="y")


print(y(1.0).numpy())
