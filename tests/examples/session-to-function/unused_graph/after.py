import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def used(x):
    return tf.reduce_sum(x)


# nobody runs this one
print(used([1.0]).numpy())
