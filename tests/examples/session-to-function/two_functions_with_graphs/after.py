import tensorflow as tf


def first():
    x_spec = tf.TensorSpec([], tf.float32)

    @tf.function(input_signature=[x_spec])
    def y_2(x):
        return x + 1.0

    return y_2(1.0).numpy()


def second(v):
    x_spec_2 = tf.TensorSpec([], tf.float32)

    @tf.function(input_signature=[x_spec_2])
    def y(x):
        return x * v

    y = y.get_concrete_function()

    return y(3.0).numpy()


print(first(), second(2.0))
