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

batch = rows[:3]
# what is fed
# three rows
x_value = batch
scale_value = 0.5
for step in range(3):
    x_value += 1
    scale_value *= 0.5
    print(total(x_value, 1.0, scale_value).numpy(), scale_value, batch)
    print(total(rows, 1.0, 1.0).numpy())
