import tensorflow as tf

keep = 1.0
x_spec = tf.TensorSpec([3], tf.float32)


@tf.function(input_signature=[x_spec])
def dropped(x):
    return tf.nn.dropout(x, rate=1 - keep)


print(dropped([1.0, 2.0, 3.0]).numpy())
