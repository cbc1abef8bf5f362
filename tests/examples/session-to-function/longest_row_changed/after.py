import numpy as np
import tensorflow as tf

from scaling import doubled

rows = [[1.0, 2.0, 3.0], [4.0, 5.0]]
row = max(rows, key=len)

x_spec = tf.TensorSpec([None, 3], tf.float32)


@tf.function(input_signature=[x_spec])
def scaled(x):
    return tf.reduce_sum(x * row)


scaled = scaled.get_concrete_function()


print(doubled(row))

print(scaled(np.ones((2, 3))).numpy())
