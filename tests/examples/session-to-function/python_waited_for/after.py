import tensorflow as tf

seen = []


def remember(t):
    seen.append(float(t))
    return t


x_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def y(x):
    kept = tf.numpy_function(remember, [x], tf.float32)
    return tf.square(x)


@tf.function(input_signature=[x_spec])
def z(x):
    return tf.square(x)


print(y(3.0).numpy(), seen)
print(z(4.0).numpy(), seen)
