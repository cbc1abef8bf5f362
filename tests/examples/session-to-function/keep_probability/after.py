import tensorflow as tf

x_spec = tf.TensorSpec([None, 3], tf.float32)
keep_prob_spec = tf.TensorSpec(None, tf.float32)


@tf.function(input_signature=[x_spec, keep_prob_spec])
def total(x, keep_prob):
    dropped = tf.nn.dropout(x, rate=1 - keep_prob)
    return tf.reduce_sum(dropped)


print(total([[1.0, 2.0, 3.0]], 1.0).numpy())
print(total([[0.0, 0.0, 0.0]], 0.5).numpy())
