import tensorflow as tf


def square_distance(a, b):
    """A function that only computes stays a function."""
    return tf.reduce_sum(tf.square(a - b))


x_spec = tf.TensorSpec([2], tf.float32)
center = tf.Variable([1.0, 1.0])


@tf.function(input_signature=[x_spec])
def distance(x):
    return square_distance(x, center)


print(distance([0.0, 3.0]).numpy())
