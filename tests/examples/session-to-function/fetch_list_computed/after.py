import sys

import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def chosen(x):
    tensors = {"double": x * 2.0, "triple": x * 3.0}
    return [tensors[name] for name in sys.argv[1:]]


print([value.numpy() for value in chosen(1.0)])
