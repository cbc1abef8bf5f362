import numpy as np
import tensorflow as tf

data = np.arange(30, dtype=np.float32).reshape(2, 15)
indices = iter(tf.data.Dataset.from_tensor_slices(tf.range(5)).repeat())
i_spec = indices.element_spec
w = tf.Variable(1.0)


@tf.function(input_signature=[i_spec])
def total(i):
    x = tf.strided_slice(data, [0, i * 3], [2, (i + 1) * 3])
    return tf.reduce_sum(x) * w


total = total.get_concrete_function()


@tf.function
def grow():
    w.assign_add(1.0)


grow = grow.get_concrete_function()


for step in range(8):
    print(total(indices.get_next()).numpy())
    grow()
