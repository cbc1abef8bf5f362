import numpy as np
import tensorflow as tf

images = np.ones([3, 2, 2])
x_spec = tf.TensorSpec([None, 4], tf.float32)


@tf.function(input_signature=[x_spec])
def total(x):
    return tf.reduce_sum(x)


@tf.function(input_signature=[x_spec])
def largest(x):
    return tf.reduce_max(x)


print(total(images[:2].reshape((-1, 4)).astype(np.float32)).numpy())
print(largest(images[:2].reshape((-1, 4)).astype(np.float32)).numpy())
