import tensorflow as tf

x_spec = tf.TensorSpec([], tf.float32)
w = tf.Variable(1.0)


@tf.function(input_signature=[x_spec])
def y(x):
    return tf.cond(x > 0.0, lambda: w.assign_add(x), lambda: w.read_value())


print(y(3.0).numpy())
