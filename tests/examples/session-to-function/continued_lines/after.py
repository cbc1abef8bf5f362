import tensorflow as tf

x_spec = tf.TensorSpec([None], tf.float32)


@tf.function(input_signature=[x_spec])
def z(x):
    y = x \
        + 1.0
    return (y
            * 2.0
            - x)


result = \
    z([1.0,
                         2.0]).numpy()
print(result)
