import tensorflow as tf

stream = iter([1.0, 2.0, 3.0])
x_spec = tf.TensorSpec([], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec])
def compute_twice(x):
    return 2.0 * x


@tf.function(input_signature=[x_spec, y_spec])
def twice(x, y):
    return compute_twice(x)


@tf.function(input_signature=[x_spec, y_spec])
def both(x, y):
    return x + y


print(compute_twice(1.0).numpy())
print(twice(next(stream), next(stream)).numpy())
print(both(next(stream), 0.0).numpy())
