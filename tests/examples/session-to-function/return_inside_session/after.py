import tensorflow as tf


def main():
    x_spec = tf.TensorSpec([], tf.float32)

    @tf.function(input_signature=[x_spec])
    def y(x):
        return x + 1.0

    y = y.get_concrete_function()

    for i in range(3):
        v = y(i).numpy()
        if v > 1.5:
            return v
    return None


print(main())
