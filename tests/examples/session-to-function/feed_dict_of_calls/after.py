import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)


@tf.function(input_signature=[x_spec])
def total(x):
    return tf.reduce_sum(x)


@tf.function(input_signature=[x_spec])
def largest(x):
    return tf.reduce_max(x)


x_value = np.random.rand(2, 4).reshape((-1, 4))
print(total(x_value).numpy())
print(largest(x_value).numpy())
