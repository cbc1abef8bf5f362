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


def evaluate(array):
    return total(array, 1.0, 2.0).numpy()


def halve(rate):
    while True:
        y_value = rate
        print(rate, total(rows, y_value, 1.0).numpy())
        rate /= 2
        if rate < 0.1:
            break
    return total(rows, y_value, 1.0).numpy()


print(evaluate(rows))
print(halve(1.0))
print(evaluate(rows[1:]))
