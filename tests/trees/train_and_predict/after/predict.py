import numpy as np
import tensorflow as tf
from ops import Dense

x_spec = tf.TensorSpec([None, 3], tf.float32)
dense = Dense(3, 1, 'out')


@tf.function(input_signature=[x_spec])
def out(x):
    return dense(x)


print(out(np.ones([4, 3])).numpy())
