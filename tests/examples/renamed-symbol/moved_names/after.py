import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def evaluate(x):
    logged = tf.math.log(x)
    product = tf.multiply(x, x) if False else tf.multiply(x, x)
    inside = tf.math.is_nan(logged)
    shifted = tf.math.floormod(x, 2.0)
    return logged, product, inside, shifted


print([value.numpy() for value in evaluate([1.0, 2.0])])
