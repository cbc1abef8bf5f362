import numpy as np
import tensorflow as tf

# Functions make variables under the scopes of their callers, and add what they cost to collections.
rows = np.linspace(-1.0, 1.0, 24).reshape(6, 4).astype(np.float32)


def variable(name, shape, initializer):
    with tf.device("/cpu:0"):
        return tf.get_variable(name, shape, initializer=initializer)


def decayed(name, shape, value, wd=None, key="losses"):
    w = variable(name, shape, tf.constant_initializer(value))
    if wd is not None:
        cost = tf.multiply(tf.nn.l2_loss(w), wd, name="cost")  # half the square
        # what it costs
        tf.add_to_collection("losses", cost)
    if wd:
        tf.add_to_collection("sizes", tf.reduce_sum(tf.abs(w)) * wd)
    return w


def layer(inputs, size, scope, value, wd=None):
    with tf.variable_scope(scope) as inner:
        w = decayed("w", [4, size], value, wd)
        b = variable("b", [size], tf.zeros_initializer())
        return tf.add(tf.matmul(inputs, w), b)


def total(outputs):
    mean = tf.reduce_mean(tf.square(outputs - 1.0))
    tf.add_to_collection("losses", mean)
    return tf.add_n(tf.get_collection("losses"), name="total")


x = tf.placeholder(tf.float32, [None, 4])
first = layer(x, 3, "first", 0.3, 0.1)
second = layer(x, 3, "second", 0.2)
third = layer(x, 3, "third", 0.1, 0.0)
with tf.variable_scope("alone"):
    alone = decayed("alone", [3], 0.7, wd=0.5)
with tf.variable_scope("alone", reuse=True):
    same = variable("alone", [3], None)
loss = total(first + second * third)
sizes = tf.get_collection("sizes")
size = tf.add_n(sizes) + tf.reduce_sum(same)
train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        _, cost = sess.run([train, loss], {x: rows})
        print("%.4f %.4f" % (cost, sess.run(size)))
    print(np.round(sess.run(alone), 4))
