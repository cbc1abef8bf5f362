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

def stir(array):
    array += 1
    return array


for step in range(3):
    feed_x = rows[step:]
    feed_y = float(len(rows))
    feed_scale = 1.0 / (1 + step)
    if step == 1:
        rows = rows[1:]
        feed_y = 4.0
    print(total(feed_x, feed_y, feed_scale).numpy())
    feed_x = rows[0:1]
    feed_y = stir(rows)[0]
    feed_y = feed_y + 1
    print(total(feed_x, feed_y, 1.0).numpy())
    feed_x = rows[0:1]
    feed_y = 1.0
    stir(rows)
    print(total(feed_x, feed_y, 1.0).numpy())
