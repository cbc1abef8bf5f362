import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
y_placeholder_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec, y_placeholder_spec])
def total(x, y_placeholder):
    return x * y_placeholder


total = total.get_concrete_function()


@tf.function(input_signature=[x_spec])
def x_2(x):
    return x


feed_y = x_2(-2.0).numpy() - 1
print((-2.0) ** 2, feed_y)
print([total(-2.0, feed_y).numpy() for _ in range(2)])
