import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
total = tf.Variable(0.0)
table = tf.Variable([1.0, 2.0, 3.0])


def compute_double(x):
    return x * 2.0


@tf.function(input_signature=[x_spec])
def add(x):
    double = compute_double(x)
    total.assign_add(x)
    return tf.identity(total), double


@tf.function(input_signature=[x_spec])
def add_2(x):
    total.assign_add(x)
    return tf.identity(total)


@tf.function(input_signature=[x_spec])
def add_3(x):
    double = compute_double(x)
    total.assign_add(x)
    return double


@tf.function
def put():
    table.scatter_update(tf.IndexedSlices([10.0], [1]))
    return tf.identity(table)


@tf.function
def put_2():
    table.scatter_update(tf.IndexedSlices([10.0], [1]))
    return tf.identity(table), tf.identity(total)


@tf.function
def swap():
    table.assign(table[::-1])
    return tf.identity(table)


now, twice = [value.numpy() for value in add(1.5)]
print(now, twice, add_2(2.0).numpy() + 1.0)
twice = add_3(0.5).numpy()
add(0.5)
print(twice, put().numpy()[1:], put_2()[1].numpy(), swap().numpy())
