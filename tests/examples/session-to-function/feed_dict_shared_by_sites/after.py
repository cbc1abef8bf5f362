import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
y_spec = tf.TensorSpec([], tf.float32)


@tf.function(input_signature=[x_spec, y_spec])
def total(x, y):
    return x + y


total = total.get_concrete_function()


@tf.function(input_signature=[x_spec, y_spec])
def product(x, y):
    return x * y


product = product.get_concrete_function()


for step in range(2):
    a = total(step, 2.0).numpy()
    b = product(step, 2.0).numpy()
    print(a, b)
