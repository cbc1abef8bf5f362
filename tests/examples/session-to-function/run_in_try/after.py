import tensorflow as tf

x_spec = tf.TensorSpec([2], tf.float32)


@tf.function(input_signature=[x_spec])
def total(x):
    return tf.reduce_sum(x)


try:
    print(total([1.0, 2.0]).numpy())
except KeyboardInterrupt:
    print("stopped")
