import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def found(x):
    y = tf.add(x, 1.0, name="y")

    return y


print(found(1.0).numpy())
