"""Says what it does."""
from __future__ import print_function

import tensorflow

x_spec = tensorflow.TensorSpec([None], tensorflow.float32)


@tensorflow.function(input_signature=[x_spec])
def y(x):
    return tensorflow.reduce_sum(x)


print(y([1.0, 2.0]).numpy())
