import tensorflow as tf


class AddLayer:
    def __init__(self, n_in, n_out):
        self.w = tf.Variable(tf.ones([n_in, n_out]))

    def __call__(self, x):
        return tf.matmul(x, self.w)


def main():
    x_spec = tf.TensorSpec([None, 2], tf.float32)
    y_layer = AddLayer(2, 3)
    y_layer_2 = AddLayer(3, 1)

    @tf.function(input_signature=[x_spec])
    def y(x):
        return y_layer_2(y_layer(x))

    print(y([[1.0, 2.0]]).numpy())


main()
