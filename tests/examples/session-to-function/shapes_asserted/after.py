import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([None, 4], tf.float32)


class Layer:
    def __init__(self, size, name):
        self.w = tf.Variable(tf.ones([4, size]), name=f"{name}/w")

    def __call__(self, inputs):
        assert len(inputs.get_shape()) == 2, "rows only"
        return tf.matmul(inputs, self.w)


hidden_layer = Layer(4, "hidden")


@tf.function(input_signature=[x_spec])
def compute_hidden(x):
    hidden = hidden_layer(x)
    assert hidden.get_shape().as_list() == [None, 4]  # rows of four
    assert hidden.shape.ndims == 2
    return hidden


score_layer = Layer(1, "score")


@tf.function(input_signature=[x_spec])
def score(x):
    hidden = compute_hidden(x)
    return score_layer(tf.nn.relu(hidden))


print(score(np.ones((2, 4))).numpy())
print(compute_hidden(np.ones((2, 4))).numpy())
