import numpy as np
import tensorflow as tf


def fc(x, n, name):
    with tf.variable_scope(name, reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [int(x.get_shape()[1]), n], initializer=tf.ones_initializer())
        return tf.matmul(x, w)


def net(x, hidden, reuse=False):
    with tf.variable_scope("net", reuse=reuse):
        h = tf.nn.relu(fc(x, hidden, "a"))
        h = fc(h, hidden * 2, "b")
        b = tf.get_variable("b", [h.shape[1]], initializer=tf.zeros_initializer())
        return h + b


x = tf.placeholder(tf.float32, [None, 4])
z = tf.placeholder(tf.float32, [None, 4])
one = net(x, 3)
two = net(z, 3, reuse=True)
loss = tf.reduce_mean(one - two)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        _, c = sess.run([train, loss], {x: np.ones([2, 4]), z: np.zeros([2, 4])})
        print(c)
