import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def total_and_mean(x):
    total = tf.reduce_sum(x)
    mean = tf.reduce_mean(x)
    return total, mean


both = tuple(value.numpy() for value in total_and_mean([1.0, 2.0, 6.0]))
print(type(both).__name__, both[0], both[1])
