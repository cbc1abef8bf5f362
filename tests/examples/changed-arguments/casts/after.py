import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def back(x):
    whole = tf.cast(x, tf.int32)
    return tf.cast(whole, tf.float32)


print(back([1.5, 2.5]).numpy())
