import tensorflow as tf


def entropy(p):
    # natural logarithm
    return -tf.reduce_sum(p * tf.math.log(p))


x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def h(x):
    return entropy(x)


print(h([0.5, 0.5]).numpy())
