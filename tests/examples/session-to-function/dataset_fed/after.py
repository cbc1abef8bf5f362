import numpy as np
import tensorflow as tf

rows = np.random.uniform(-1, 1, (60, 2))
marks = (rows[:, :1] > rows[:, 1:]).astype(np.int32)
first, rest = np.split(rows, [40])

data = tf.data.Dataset.from_tensor_slices((np.asarray(rows, np.float32), marks)).batch(8)  # in order
x_spec, y_spec = data.element_spec


@tf.function(input_signature=[x_spec, y_spec])
def most(x, y):
    return tf.reduce_max(x) + tf.cast(tf.reduce_sum(y), tf.float32)


most = most.get_concrete_function()


for epoch in range(2):
    iterator = iter(data)
    while True:
        try:
            print(epoch, most(*iterator.get_next()).numpy())
        except tf.errors.OutOfRangeError:
            break
