import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    y = x
    for number in range(3):
        y = y + number
    return y


print(y(3.0).numpy())
