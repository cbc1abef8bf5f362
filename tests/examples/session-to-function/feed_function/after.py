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
def half_and_total(x, y, keep):
    total = compute_total(x, y, keep)
    half = total / 2
    return half, total


half_and_total = half_and_total.get_concrete_function()


rows = np.arange(6.0)


def feed_dict(train):
    """Make a feed dictionary."""
    if train:
        xs, ys = rows[:4], 2.0
        k = 0.5
    else:
        xs, ys = rows, 1.0
        k = 1.0
    return xs, ys, k  # all that is needed


for step in range(4):
    if step % 2 == 0:
        x_value_2, y_value_2, keep_value_2 = feed_dict(False)
        # how good it is
        print('at step', step, compute_total(x_value_2, y_value_2, keep_value_2).numpy())
    else:
        x_value_2, y_value_2, keep_value_2 = feed_dict(True)
        value, _ = [value.numpy() for value in half_and_total(x_value_2, y_value_2, keep_value_2)]
        print(value)
x_value, y_value, keep_value = feed_dict(True)
keep_value = 3.0
print(compute_total(x_value, y_value, keep_value).numpy(), x_value)
