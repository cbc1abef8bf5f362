# written on another system
import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def total(x):
    # the sum
    return tf.reduce_sum(
        x)


text = """two
lines"""
print(text, total([1.0, 2.0]).numpy())
