import numpy as np
import tensorflow as tf

ACTIVATIONS = {"relu": tf.nn.relu, "tanh": tf.nn.tanh}


def dense(x, units, name, activation=None, scale=None):
    with tf.variable_scope(name, reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [int(x.get_shape()[-1]), units], initializer=tf.ones_initializer())
        out = tf.matmul(x, w)
        if scale:
            out = out * scale
        return activation(out) if activation is not None else out


def network(x, scope="net"):
    with tf.variable_scope(scope):
        h1 = dense(x, 6, "h1", tf.nn.sigmoid)
        h2 = dense(h1, activation=ACTIVATIONS["tanh"], name="h2", units=5)
        h3 = dense(h2, 4, "h3", lambda t: tf.maximum(t, 0.2 * t), 0.5)
        return dense(h3, 1, "out")


a = tf.placeholder(tf.float32, [None, 5])
b = tf.placeholder(tf.float32, [None, 5])
with tf.variable_scope("shared") as scope:
    first = network(a)
    scope.reuse_variables()
    second = network(b)
margin = tf.reduce_mean(tf.maximum(0.0, 1.0 - first + second))
train = tf.train.GradientDescentOptimizer(0.5).minimize(margin)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(4):
        _, found = sess.run([train, margin], {a: np.ones([2, 5]), b: np.zeros([2, 5])})
        print(found)
