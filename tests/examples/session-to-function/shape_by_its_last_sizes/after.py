import numpy as np
import tensorflow as tf


class Normalize:
    def __init__(self, shape_size, inputs_size, scope):
        # one number for each feature
        params_shape = [shape_size]
        self.beta = tf.Variable(tf.zeros(params_shape), name=f"{scope}/beta")
        self.gamma = tf.Variable(tf.ones([inputs_size]), name=f"{scope}/gamma")

    def __call__(self, inputs):
        mean, variance = tf.nn.moments(inputs, [-1], keepdims=True)
        shape = inputs.get_shape()
        return self.gamma * (inputs - mean) / tf.sqrt(variance + 1e-8) + self.beta


x_spec = tf.TensorSpec([None, 6, 4], tf.float32)
z_spec = tf.TensorSpec([None, 2, 3], tf.float32)
first_normalize = Normalize(4, 4, "first")


@tf.function(input_signature=[x_spec])
def first(x):
    return first_normalize(x)


second_normalize = Normalize(3, 3, "second")


@tf.function(input_signature=[z_spec])
def second(z):
    return second_normalize(z)


print(first(np.arange(48.0).reshape(2, 6, 4)).numpy().shape)
print(second(np.arange(12.0).reshape(2, 2, 3)).numpy())
