import numpy as np
import tensorflow as tf
from activations import (
    leaky,  # rectifies
    total,
)

x_spec = tf.TensorSpec([None, 3], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    return total(leaky(x))


print(y(np.ones([2, 3])).numpy())
