import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([2], tf.float32)
v = tf.Variable(np.ones(2, np.float32))
w = tf.Variable(tf.zeros([2]) + 2.0)


@tf.function(input_signature=[x_spec])
def y(x):
    return v * x


@tf.function(input_signature=[x_spec])
def compute_z(x):
    return w * x


@tf.function(input_signature=[x_spec])
def grow(x):
    z = compute_z(x)
    v.assign(z)
    return tf.identity(v)


print(compute_z([1.0, 3.0]).numpy())
print(w.numpy(), y([0.0, 1.0]).numpy())
# it is read before and after
print(y([1.0, 3.0]).numpy())
print(grow([1.0, 3.0]).numpy())
print(y([1.0, 3.0]).numpy())
