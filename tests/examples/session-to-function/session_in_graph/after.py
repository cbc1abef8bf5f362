import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return x * 3.0


print(y([1.0]).numpy())
