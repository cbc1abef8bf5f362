import numpy as np
import tensorflow as tf

low = tf.constant([1.0, 2.0])
x_default = tf.convert_to_tensor(np.arange(6.0).reshape(3, 2))
x_spec = tf.TensorSpec([None, 2], x_default.dtype)
offset_spec = tf.TensorSpec([2], low.dtype)
factor_default = tf.convert_to_tensor(-1)
factor_spec = tf.TensorSpec([], factor_default.dtype)


@tf.function(input_signature=[x_spec, offset_spec, factor_spec])
def y(x, offset, factor):
    return tf.reduce_sum(tf.cast(x, tf.float32) + offset, 1) * tf.cast(factor, tf.float32)


print(y(x_default, low, factor_default).numpy())
print(y([[1.0, 1.0]], low, factor_default).numpy())
print(y(x_default, [0.0, 0.0], 2).numpy())
