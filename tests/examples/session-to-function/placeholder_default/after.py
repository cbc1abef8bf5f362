import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
scale_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec, scale_spec])
def y(x, scale):
    return scale * x


print(y([1.0], 2.0).numpy())
print(y([1.0], 5.0).numpy())
