import numpy as np
import tensorflow as tf

x_spec = tf.TensorSpec([3], tf.float64)
w = tf.Variable(np.arange(3.0), dtype=tf.float64)


def compute_f_and_curvature(x):
    f = tf.reduce_sum(tf.exp(w * x) + tf.sin(x))
    curvature = tf.hessians(f, x)[0]
    return f, curvature


@tf.function(input_signature=[x_spec])
def curvature(x):
    _, curvature = compute_f_and_curvature(x)
    return curvature


@tf.function(input_signature=[x_spec])
def slope_and_curvature(x):
    f, curvature = compute_f_and_curvature(x)
    slope = tf.gradients(f, x)[0]
    return slope, curvature


print(curvature([0.1, 0.2, 0.3]).numpy())
print([value.numpy() for value in slope_and_curvature([0.1, 0.2, 0.3])])
