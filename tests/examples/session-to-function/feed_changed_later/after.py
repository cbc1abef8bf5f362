import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec, y_spec])
def total(x, y):
    return x + y


y_value = 2.0

print(total(1.0, y_value).numpy())
y_value = 5.0
print(total(1.0, y_value).numpy())
