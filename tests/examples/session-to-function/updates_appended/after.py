import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([2], tf.float32)
mean = tf.Variable(tf.zeros([2]))
square = tf.Variable(tf.ones([2]))


@tf.function(input_signature=[x_spec])
def updates(x):
    # the mean
    power = tf.square(x)
    mean.assign(0.9 * mean + 0.1 * x)
    square.assign(0.9 * square + 0.1 * power)


updates = updates.get_concrete_function()


for row in np.arange(6.0).reshape(3, 2):
    updates(row)
print([mean.numpy(), square.numpy()])
