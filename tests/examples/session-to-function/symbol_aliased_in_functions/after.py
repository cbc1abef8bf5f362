import numpy as np
import tensorflow as tf


class Layer:
    def __init__(self, size, name):
        self.weights = tf.Variable(tf.keras.initializers.GlorotUniform(seed=1)([4, size]), name=f"{name}/weights")
        self.bias = tf.Variable(tf.zeros([size]), name=f"{name}/bias")

    def __call__(self, inputs):
        return tf.matmul(inputs, self.weights) + self.bias


def activate(values, xavier=tf.nn.relu):
    return xavier(values)


x_spec = tf.TensorSpec([None, 4], tf.float32)
hidden_layer = Layer(4, "hidden")
scores_layer = Layer(2, "scores")


@tf.function(input_signature=[x_spec])
def scores(x):
    hidden = activate(hidden_layer(x))
    return scores_layer(hidden)


print(scores(np.ones((2, 4))).numpy())
