import tensorflow as tf
import numpy as np

n_in = 4
hidden = 8


def weight_variable(name, shape):
    return tf.get_variable("W_" + name, shape=shape, initializer=tf.truncated_normal_initializer(stddev=0.1, seed=3))


def bias_variable(name, shape):
    initial = tf.constant(0.0, shape=shape, dtype=tf.float32)
    return tf.get_variable("b_" + name, initializer=initial)


def fc_layer(x, num_units, name, use_relu=True):
    """A dense layer."""
    in_dim = x.get_shape()[1]  # the width
    W = weight_variable(name, shape=[in_dim, num_units])
    b = bias_variable(name, [num_units])
    layer = tf.matmul(x, W)
    layer += b
    if use_relu:
        layer = tf.nn.relu(layer)
    return layer


x = tf.placeholder(tf.float32, shape=[None, n_in])
y = tf.placeholder(tf.float32, shape=[None, 2])
fc1 = fc_layer(x, hidden, "one")
out = fc_layer(fc1, 2, "two", use_relu=False)
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        _, c = sess.run([train, loss], {x: np.ones([3, 4]), y: np.ones([3, 2])})
    print(c)
    print(fc1.get_shape()[1].value)
