import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)
keep_spec = tf.TensorSpec(None, tf.float32)


def compute_total(x, y, keep):
    return tf.reduce_sum(x) * y * keep


rows = np.arange(6.0)

w = tf.Variable(1.0)


@tf.function(input_signature=[x_spec, y_spec, keep_spec])
def grow(x, y, keep):
    total = compute_total(x, y, keep)
    w.assign_add(total)
    return tf.identity(w), total


grow = grow.get_concrete_function()


@tf.function(input_signature=[x_spec, y_spec, keep_spec])
def grow_2(x, y, keep):
    total = compute_total(x, y, keep)
    w.assign_add(total)
    return total


grow_2 = grow_2.get_concrete_function()


rows_tensor = tf.constant(rows, tf.float32)
for step in range(2):
    print([value.numpy() for value in grow(rows_tensor, 1.0, 2.0)])
    value = grow_2(rows_tensor, 1.0, 2.0).numpy()
    print(value)
