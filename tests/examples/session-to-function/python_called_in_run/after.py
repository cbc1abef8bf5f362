import numpy as np
import tensorflow as tf


def ranks(scores):
    return np.argsort(np.argsort(-scores)).astype(np.int64)


x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_order(x):
    order = tf.numpy_function(ranks, [x], tf.int64)
    order.set_shape([None])
    return order


@tf.function(input_signature=[x_spec])
def spread_and_order(x):
    order = compute_order(x)
    low, high = tf.numpy_function(lambda t: (t.min(), t.max()), [x], [tf.float32, tf.float32])
    spread = high - low
    return spread, order


print(compute_order([0.5, 2.0, 1.0]).numpy())
print([value.numpy() for value in spread_and_order([0.5, 2.0, 1.0])])
