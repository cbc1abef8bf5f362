import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def doubled(x):
    return 2 * x


print(doubled([1.0, 2.0]).numpy())
