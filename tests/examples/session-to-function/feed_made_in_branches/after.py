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

for step in range(4):
    if step % 2 == 0:
        x_value = rows[step:]
        y_value = 2.0
        scale_value = 1.0
    else:
        scale_value = 1.0
        x_value = rows
        y_value = 3.0
    if len(rows) > step + 2:
        scale_value = 0.5 + step
    elif step == 4:
        continue
    value = total(x_value, y_value, scale_value).numpy()
    print(step, value, y_value)
