import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)
scale_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec, y_spec, scale_spec])
def total(x, y, scale):
    return tf.reduce_sum(x) * y * scale


total = total.get_concrete_function()


rows = np.arange(6.0)

price = 1.0
y_value = price
rows_tensor = tf.constant(rows, tf.float32)
for step in range(3):
    price = price + 1
    print(total(rows_tensor, y_value, 0.5 * step).numpy(), price)
