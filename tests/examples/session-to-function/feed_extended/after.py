import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec, y_spec])
def s(x, y):
    return x + y


print(s(1.0, 2.0).numpy())
