import tensorflow as tf


def weight_variable(name, shape):
    return tf.Variable(tf.zeros(shape), name=name)


x_spec = tf.TensorSpec([None, 2], tf.float32)
w = weight_variable('out/w', [2, 1])
b = weight_variable(name="out/inner/b", shape=[1])  # the bias


@tf.function(input_signature=[x_spec])
def y(x):
    return tf.nn.relu(tf.matmul(x, w) + b, name="out")


print(y([[1.0, 2.0]]).numpy())
