import tensorflow as tf

z_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[z_spec])
def g(z):
    return z * 2.0


@tf.function(input_signature=[z_spec])
def d(z):
    return z + 1.0


print(d(g([1.0, 2.0]).numpy()).numpy())
