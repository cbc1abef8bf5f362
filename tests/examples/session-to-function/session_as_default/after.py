import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return tf.sqrt(x)


print(y([4.0, 9.0]).numpy())
