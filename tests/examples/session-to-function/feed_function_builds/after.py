import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)
keep_spec = tf.TensorSpec(None, tf.float32)


@tf.function(input_signature=[x_spec, y_spec, keep_spec])
def compute_total(x, y, keep):
    return tf.reduce_sum(x) * y * keep


compute_total = compute_total.get_concrete_function()


@tf.function(input_signature=[x_spec, y_spec, keep_spec])
def half(x, y, keep):
    total = compute_total(x, y, keep)
    return total / 2


half = half.get_concrete_function()


rows = np.arange(6.0)


def next_feed(start, size=2):
    batch = rows[start:start + size]
    y_value = float(len(batch))
    keep_value = 1.0 if start else 0.5
    return batch, y_value, keep_value


for step in range(3):
    x_value, y_value, keep_value = next_feed(step)
    print(compute_total(x_value, y_value, keep_value).numpy())
    result = half(x_value, y_value, keep_value).numpy()
    x_value_2, y_value_2, keep_value_2 = next_feed(step, size=3)
    print(result, compute_total(x_value_2, y_value_2, keep_value_2).numpy())
